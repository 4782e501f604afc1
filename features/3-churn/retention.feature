Feature: Retention
  Whom to keep, to rescue, to win back and to let go, by what forecasts say of his future.
  Rules: rules/3-churn/retention.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And forecasts are fitted

  Rule: Keep: a churn probability below 50 %

    @silence
    Scenario: Two purchases, the last 50 days ago
      Given Anna ordered for 100.00 EUR on 30 January 2026
      And Anna ordered for 100.00 EUR on 1 March 2026
      When 50 days pass
      Then Anna's retention is keep

    @silence
    Scenario: Two purchases, the last 51 days ago
      Given Anna ordered for 100.00 EUR on 30 January 2026
      And Anna ordered for 100.00 EUR on 1 March 2026
      When 51 days pass
      Then Anna's retention is rescue

  Rule: Rescue: 20 or more of margin a year at risk

    @silence
    Scenario: Two purchases of 34 EUR
      Given Anna ordered for 34.00 EUR on 30 January 2026
      And Anna ordered for 34.00 EUR on 1 March 2026
      When 51 days pass
      Then Anna's retention is keep

    @silence
    Scenario: Two purchases of 35 EUR
      Given Anna ordered for 35.00 EUR on 30 January 2026
      And Anna ordered for 35.00 EUR on 1 March 2026
      When 51 days pass
      Then Anna's retention is rescue

  Rule: Win back from a churn probability of 90 %, if a second lifetime value of 50 or more is to be had

    @silence
    Scenario: The last purchase 357 days ago
      Given Anna ordered for 35.00 EUR on 30 January 2026
      And Anna ordered for 35.00 EUR on 1 March 2026
      When 357 days pass
      Then Anna's retention is rescue

    @silence
    Scenario: The last purchase 358 days ago
      Given Anna ordered for 35.00 EUR on 30 January 2026
      And Anna ordered for 35.00 EUR on 1 March 2026
      When 358 days pass
      Then Anna's retention is win-back

    @silence
    Scenario: The same with 34 EUR
      Given Anna ordered for 34.00 EUR on 30 January 2026
      And Anna ordered for 34.00 EUR on 1 March 2026
      When 358 days pass
      Then Anna's retention is let-go

  Rule: Who never bought has no forecast

    Scenario: A question, no order
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's retention is unknown
