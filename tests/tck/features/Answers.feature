# Our own scenarios, for what openCypher's kit does not ask.
Feature: Answers

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (anna:Person {name: 'Anna Berg'}), (jan:Person {name: 'Jan Novak'}), (oslo:Place {name: 'Oslo'}),
             (lund:Place {name: 'Lund'})
      CREATE (anna)-[:MEETS {time: '2024-03-02'}]->(jan), (anna)-[:VISITS {time: '2024-01-15'}]->(oslo),
             (jan)-[:VISITS {time: '2023-11-30'}]->(oslo), (jan)-[:VISITS {time: '2024-02-01'}]->(lund)
      """

  Scenario: The shortest chain between two people
    When executing query:
      """
      MATCH p = shortestPath((a {name: 'Anna Berg'})-[*]-(b {name: 'Lund'}))
      RETURN [n IN nodes(p) | n.name] AS names, length(p) AS steps
      """
    Then the result should be, in any order:
      | names                               | steps |
      | ['Anna Berg', 'Jan Novak', 'Lund'] | 2     |
    And no side effects

  Scenario: All shortest chains
    When executing query:
      """
      MATCH p = allShortestPaths((a {name: 'Anna Berg'})-[*]-(b {name: 'Lund'}))
      RETURN count(p) AS chains
      """
    Then the result should be, in any order:
      | chains |
      | 1      |
    And no side effects

  Scenario: No chain is no row, and null in an expression
    When executing query:
      """
      MATCH (a:Place {name: 'Oslo'}), (b:Place {name: 'Lund'})
      RETURN shortestPath((a)-[:MEETS*]->(b)) AS p
      """
    Then the result should be, in any order:
      | p    |
      | null |
    And no side effects

  Scenario: ISO dates are compared as text and as dates
    When executing query:
      """
      MATCH (p:Person)-[v:VISITS]->(town)
      WHERE v.time >= '2024-01-01' AND date(v.time) < date('2024-02-01')
      RETURN p.name AS who, town.name AS place
      """
    Then the result should be, in any order:
      | who         | place  |
      | 'Anna Berg' | 'Oslo' |
    And no side effects

  Scenario: A map projection
    When executing query:
      """
      MATCH (p:Place) RETURN p {.name, far: true} AS place ORDER BY p.name
      """
    Then the result should be, in order:
      | place                      |
      | {name: 'Lund', far: true} |
      | {name: 'Oslo', far: true} |
    And no side effects

  Scenario: An unknown name is found before anything runs
    When executing query:
      """
      MATCH (n) RETURN n.nam AS x, missing
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable
