Feature: Churn level
  How likely a customer is to buy no more, by how strong and how regular his purchases are.
  Rules: rules/3-churn/churn-level.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Low: a strength of 1.5 or more, silent for less than 3 usual intervals

    @silence
    Scenario: Two purchases, the last 37 days ago
      Given Anna ordered every 30 days from 30 January 2026 to 1 March 2026
      When 37 days pass
      Then Anna's churn level is low, because "buys often and in rhythm"

    @silence
    Scenario: Two purchases, the last 38 days ago
      Given Anna ordered every 30 days from 30 January 2026 to 1 March 2026
      When 38 days pass
      Then Anna's churn level is watch, because "purchases thin out: strength 1.5"

    @silence
    Scenario: Silent for 29 days, used to come every 10
      Given Anna ordered every 10 days from 21 November 2025 to 1 March 2026
      When 29 days pass
      Then Anna's churn level is low

    @silence
    Scenario: Silent for 30 days, used to come every 10
      Given Anna ordered every 10 days from 21 November 2025 to 1 March 2026
      When 30 days pass
      Then Anna's churn level is watch

  Rule: Watch down to a strength of 0.7, high down to 0.3, then lost

    @silence
    Scenario Outline: One purchase, <days> days ago
      Given Anna ordered on 1 March 2026
      When <days> days pass
      Then Anna's churn level is <level>

      Examples:
        | days | level |
        | 64   | watch |
        | 65   | high  |
        | 219  | high  |
        | 220  | lost  |

  Rule: Who never bought has no churn level

    Scenario: A question, no order
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's churn level is unknown
