Feature: Churn level
  How likely a customer is to buy no more, by how strong and how regular his purchases are.
  Rules: rules/3-churn/churn-level.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Low: a strength of 1.5 or more, silent for less than 3 usual intervals of one's own

    @silence
    Scenario: Two purchases, the last 37 days ago
      Given Anna ordered every 30 days from 30 January 2026 to 1 March 2026
      When 37 days pass
      Then Anna's churn level is low, because "bought on 2 days, and not long ago"

    @silence
    Scenario: Two purchases, the last 38 days ago
      Given Anna ordered every 30 days from 30 January 2026 to 1 March 2026
      When 38 days pass
      Then Anna's churn level is watch, because "buys seldom or is new, last 38 days ago"

    @silence
    Scenario: Silent for 29 days, used to come every 10
      Given Anna ordered every 10 days from 21 November 2025 to 1 March 2026
      When 29 days pass
      Then Anna's churn level is low

    @silence
    Scenario: Silent for 30 days, used to come every 10
      Given Anna ordered every 10 days from 21 November 2025 to 1 March 2026
      When 30 days pass
      Then Anna's churn level is high, because "silent for 30 days, 3 times his usual interval"

    @silence
    Scenario: Two purchases are no rhythm yet
      Given Anna ordered every 2 days from 27 February 2026 to 1 March 2026
      When 30 days pass
      Then Anna's churn level is low

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

  Rule: Nothing bought for a year is lost, however strong the trade was before

    @silence
    Scenario Outline: Ten purchases a week apart, the last <days> days ago
      Given Anna ordered every 7 days from 28 December 2025 to 1 March 2026
      When <days> days pass
      Then Anna's churn level is <level>

      Examples:
        | days | level |
        | 364  | high  |
        | 365  | lost  |

  Rule: Who never bought has no churn level

    Scenario: A question, no order
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's churn level is unknown
