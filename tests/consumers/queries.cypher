// Questions, one a line, that Neo4j and `maillon query` must answer alike on one graph.
// Who met whom how often, by the persons who met more than one.
MATCH (p:Person)-[r:MEETS]->(q:Entity) WITH p, count(DISTINCT q) AS met, sum(r.weight) AS reports WHERE met > 1 RETURN p.id AS who, met, reports ORDER BY reports DESC, who
// What is denied, or not simply asserted.
MATCH (:Entity)-[r]->(:Entity) WHERE r.polarity = 'negative' OR r.modality <> 'asserted' RETURN type(r) AS relation, r.polarity AS polarity, r.modality AS modality, count(*) AS edges, max(r.confidence) AS confidence ORDER BY relation, polarity, modality
// Who acted where in events of one day or month, over two steps.
MATCH (who:Entity)<-[:ACTOR]-(e:Event)-[:PLACE]->(place:Entity) WHERE e.reported_event AND e.time >= '2000' RETURN who.id AS who, e.event_type AS event, place.id AS place, min(e.time) AS first, count(DISTINCT e) AS events ORDER BY who, event, place
// Who vouches for what more than one article tells: ids in a list that lead to nodes.
MATCH (:Entity)-[r]->(:Entity) WHERE size(r.documents) > 1 UNWIND r.sources AS source MATCH (s:Entity {id: source}) RETURN s.id AS source, count(r) AS claims, sum(r.weight) AS reports ORDER BY source
