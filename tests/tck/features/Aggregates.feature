# Our own scenarios on what ORDER BY and subqueries may hold.
Feature: Aggregates

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (:Person {city: 'Oslo', age: 31}), (:Person {city: 'Oslo', age: 44}), (:Person {city: 'Lund', age: 20})
      """

  Scenario: Order by an aggregate that is returned, and by an expression of it
    When executing query:
      """
      MATCH (p:Person) RETURN p.city AS city, sum(p.age) AS years ORDER BY 100 - sum(p.age)
      """
    Then the result should be, in order:
      | city   | years |
      | 'Oslo' | 75    |
      | 'Lund' | 20    |
    And no side effects

  Scenario Outline: An aggregate of rows that are no longer there
    When executing query:
      """
      MATCH (p:Person) <clause> p.city AS city, min(p.age) AS youngest ORDER BY <order> <rest>
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

    Examples:
      | clause | order               | rest        |
      | RETURN | sum(p.age)          |             |
      | WITH   | sum(p.age + 1)      | RETURN city |
      | RETURN | max(p.age) DESC     | LIMIT 2     |

  Scenario Outline: A subquery that writes
    When executing query:
      """
      MATCH (p:Person) WHERE EXISTS { MATCH (p)-->(q) <write> } RETURN p
      """
    Then a SyntaxError should be raised at compile time: InvalidClauseComposition

    Examples:
      | write           |
      | SET q.age = 1   |
      | DELETE q        |
      | CREATE (q)      |
      | MERGE (q)       |

  Scenario: Strings with backslashes and quotes
    When executing query:
      """
      RETURN 'a\\bcn5t\'"\\//' AS a, "\\" AS b, '\'' AS c, '\u00e9\U0001F600' AS d
      """
    Then the result should be, in any order:
      | a                  | b    | c    | d      |
      | 'a\\bcn5t\'"\\//'  | '\\' | '\'' | 'é😀' |
    And no side effects
