Feature: Win-back
  A customer who stopped buying is written to, once in each silence.
  Rules: rules/4-care/win-back.sentences

  Background:
    Given it is Sunday 1 March 2026, 12:00 in London
    And Anna agrees to promotion by e-mail

  Rule: After 90 days of silence

    @silence
    Scenario: 89 days
      Given Anna ordered on 1 March 2026
      When 89 days pass
      Then no message "win-back" goes to Anna

    @silence
    Scenario: 90 days
      Given Anna ordered on 1 March 2026
      When 90 days pass
      Then a message "win-back" goes to Anna by e-mail, because "silent for 90 days"

    @silence
    Scenario: Decided at midnight, it leaves in the morning
      Given Anna ordered on 1 March 2026
      When 90 days pass
      Then the message "win-back" to Anna leaves at Saturday 30 May 2026, 08:00

  Rule: Only where the churn level is high or lost

    @silence
    Scenario: A regular who is silent for 90 days, two of his intervals
      Given Anna ordered every 45 days from 15 October 2025 to 1 March 2026
      When 90 days pass
      Then Anna's churn level is low
      And no message "win-back" goes to Anna

    @silence
    Scenario: A regular whose level becomes high later
      Given Anna ordered every 45 days from 15 October 2025 to 1 March 2026
      When 150 days pass
      Then Anna's churn level is high
      And 1 message "win-back" goes to Anna

    @silence
    Scenario: Two years and already lost
      Given Anna ordered on 1 March 2026
      When 2 years pass
      Then Anna's churn level is lost
      And 1 message "win-back" goes to Anna

  Rule: Once in each silence

    Scenario: A second silence
      Given Anna ordered on 1 March 2026
      When 100 days pass
      And Anna orders "CREAM CANDLE" for 20 EUR
      And 200 days pass
      Then 2 messages "win-back" go to Anna

  Rule: For 30 days it waits for what holds it back, then it is missed

    Scenario: The complaint that held it back is resolved in time
      Given Anna ordered on 1 March 2026
      And Anna complained by e-mail
      When it becomes Sunday 28 June 2026, 12:00
      And the complaint is resolved
      Then a message "win-back" goes to Anna by e-mail

    Scenario: The complaint that held it back is resolved too late
      Given Anna ordered on 1 March 2026
      And Anna complained by e-mail
      When it becomes Monday 29 June 2026, 12:00
      And the complaint is resolved
      Then the message "win-back" to Anna was missed

  Rule: A decision can be told as a whole: what was known, what happened, what followed

    Scenario: Back after a year, with a question
      Given the customers around Anna are:
        | customers     | 500      |
        | current value | top 30 % |
      And this is known of Anna:
        | Monday 6 January 2025, 12:00  | ordered 1 x "SCENTED CANDLE" at 50.00 EUR                                    |
        | Friday 11 April 2025, 12:00   | "win-back" left by e-mail for promotion, by the rule "CARE-005/1", for "silent since 2025-01-06" |
      When this happens to Anna:
        | wrote by e-mail about "Candles": "How much is the large one?" |
      Then this is decided for Anna:
        | status                                | lost      | no purchase for 419 days |
        | tier                                  | iron      | next 30 %              |
        | topic                                 | question  |                        |
        | task "answer the question" for service | is given | the message asks a question |
