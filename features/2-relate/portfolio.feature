Feature: Portfolio
  In whom to invest, whom to keep, whom to let go: what he brought against what he may bring.
  Rules: rules/2-relate/portfolio.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And 2 other product lines are sold
    And the middle customer's potential value is 50

  Rule: Half of all customers are high in historical value, half in potential value

    Background:
      Given Li Lei has bought 2 times from the product line "Candles"

    Scenario Outline: <now> within the last year, <before> before, the middle customer brought <middle>
      Given the middle customer's historical value is <middle>
      And Li Lei earned us <now> within the last year
      And Li Lei earned us <before> before that
      When Li Lei is looked at again
      Then Li Lei's portfolio is <cell>, because "<because>"

      Examples:
        | middle | now     | before | cell      | because                                         |
        | 500    | 500 EUR | 0 EUR  | invest    | brought much (500), promises much (50)          |
        | 500    | 499 EUR | 1 EUR  | maintain  | brought much (500), promises little (49.9)      |
        | 501    | 500 EUR | 0 EUR  | cultivate | brought little (500), promises much (50)        |
        | 501    | 499 EUR | 1 EUR  | abandon   | brought little (500), promises little (49.9)    |

  Rule: A new customer is not abandoned

    @silence
    Scenario Outline: His first small order was <days> days ago
      Given the middle customer's historical value is 500
      And Li Lei ordered for 20.00 EUR on 1 March 2026
      When <days> days pass
      Then Li Lei's portfolio is <cell>

      Examples:
        | days | cell      |
        | 64   | cultivate |
        | 65   | abandon   |

  Rule: Unknown for those who never bought

    Scenario: Only known by name
      When Li Lei is looked at again
      Then Li Lei's portfolio is unknown
