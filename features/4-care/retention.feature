Feature: Retention
  Whom to keep, to rescue, to win back and to let go.
  Rules: rules/4-care/retention.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And forecasts are fitted

  Rule: Keep: nobody of churn level low or watch needs more

    @silence
    Scenario: Two purchases, not yet at high risk
      Given Anna ordered for 100.00 EUR on 30 January 2026
      And Anna ordered for 100.00 EUR on 1 March 2026
      When 176 days pass
      Then Anna's churn level is watch
      And Anna's retention is keep

  Rule: Rescue at a high risk, where the margin at risk pays for three calls and the expected one for two

    @silence
    Scenario Outline: Two purchases of <amount>
      Given Anna ordered for <amount> on 30 January 2026
      And Anna ordered for <amount> on 1 March 2026
      When 177 days pass
      Then Anna's churn level is high
      And Anna's retention is <retention>

      Examples:
        | amount     | retention |
        | 430.00 EUR | keep      |
        | 470.00 EUR | rescue    |

    @silence
    Scenario Outline: Two purchases of 900 EUR, silent for <days> days
      Given Anna ordered for 900.00 EUR on 30 January 2026
      And Anna ordered for 900.00 EUR on 1 March 2026
      When <days> days pass
      Then Anna's churn level is high
      And Anna's retention is <retention>

      Examples:
        | days | retention |
        | 250  | rescue    |
        | 330  | keep      |

  Rule: Win back who is lost, if one of fifty who are written to is enough

    @silence
    Scenario Outline: Lost, two purchases of <amount>
      Given Anna ordered for <amount> on 30 January 2026
      And Anna ordered for <amount> on 1 March 2026
      When 331 days pass
      Then Anna's churn level is lost
      And Anna's retention is <retention>

      Examples:
        | amount    | retention |
        | 50.00 EUR | win-back  |
        | 45.00 EUR | let-go    |

    @silence
    Scenario Outline: Lost after one order of <amount>
      Given Anna ordered for <amount> on 1 March 2026
      When 220 days pass
      Then Anna's retention is <retention>

      Examples:
        | amount       | retention |
        | 1,000.00 EUR | win-back  |
        | 10.00 EUR    | let-go    |

  Rule: Whom the portfolio abandons is neither rescued nor won back

    Background:
      Given the middle customer's potential value is 5,000
      And the middle customer's historical value is 5,000

    @silence
    Scenario Outline: Brought little, promises little, silent for <days> days
      Given Anna ordered for 500.00 EUR on 30 January 2026
      And Anna ordered for 500.00 EUR on 1 March 2026
      When <days> days pass
      Then Anna's retention is <retention>, because "<because>"

      Examples:
        | days | retention | because                                              |
        | 330  | keep      | at high risk, but brought little and promises little |
        | 331  | let-go    | lost, brought little and promises little             |

  Rule: Nobody who moved away is won back

    @silence
    Scenario: Lost, because he moved
      Given Anna has the trait "moved": "yes"
      And Anna ordered for 35.00 EUR on 30 January 2026
      And Anna ordered for 35.00 EUR on 1 March 2026
      When 331 days pass
      Then Anna's retention is let-go, because "lost, and not to be won back: moved-away"

  Rule: Let go who costs more than he brings and promises little

    Background:
      Given 2 other product lines are sold
      And the middle customer's potential value is 50
      And the middle customer's historical value is 500

    Scenario Outline: Brought <now> of margin, and called us <calls> times
      Given Li Lei has bought 2 times from the product line "Candles"
      And Li Lei earned us <now> within the last year
      And Li Lei called us <calls> times in the last year
      When Li Lei is looked at again
      Then Li Lei's retention is <retention>

      Examples:
        | now     | calls | retention |
        | 300 EUR | 10    | let-go    |
        | 301 EUR | 10    | keep      |

  Rule: Who never bought has no forecast

    Scenario: A question, no order
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's retention is unknown
