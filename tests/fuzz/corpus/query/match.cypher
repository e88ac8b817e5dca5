MATCH (p:Person)-[v:VISITS*1..3]->(q {name: $name}) WHERE p.age > 20 AND NOT (q)-->(p)
RETURN p.name AS who, count(DISTINCT q) AS n ORDER BY n DESC SKIP 1 LIMIT 5