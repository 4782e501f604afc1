Feature: Customer status
  One word for where a customer stands with us.
  Rules: rules/1-classify/customer-status.csv

  Background:
    Given it is Monday 2 March 2026, 09:00 in London

  Rule: Who never bought is potential until he contacts us, then he is a target

    Scenario: Only his name is known
      Given Anna reads English
      When Anna is looked at again
      Then Anna's status is potential, because "known and never in contact"

    Scenario: He asked us something
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's status is target, because "contacted us and has not bought yet"

  Rule: The first purchase day makes a first-time customer, the second a repeat customer

    Scenario: One order
      Given Anna ordered on 1 March 2026
      Then Anna's status is first-time, because "one purchase day"

    Scenario: Two orders on one day are one purchase day
      Given Anna ordered on 1 March 2026
      And Anna ordered on 1 March 2026
      Then Anna's status is first-time

    Scenario: Orders on two days
      Given Anna ordered on 28 February 2026
      And Anna ordered on 1 March 2026
      Then Anna's status is repeat, because "bought on 2 days"

  Rule: Five purchase days or more over 180 days or more make a loyal customer

    Scenario: Five purchase days over 180 days
      Given Anna ordered every 45 days from 3 September 2025 to 2 March 2026
      Then Anna's status is loyal

    Scenario: Four purchase days over 180 days
      Given Anna ordered every 60 days from 3 September 2025 to 2 March 2026
      Then Anna's status is repeat

    Scenario: Five purchase days, the first 179 days ago
      Given Anna ordered every 40 days from 4 September 2025 to 2 March 2026
      Then Anna's status is repeat

  Rule: A year without a purchase makes a lost customer

    @silence
    Scenario: 364 days after the last purchase
      Given Anna ordered on 2 March 2026
      When it becomes Monday 1 March 2027, 09:00
      Then Anna's status is first-time

    @silence
    Scenario: 365 days after the last purchase
      Given Anna ordered on 2 March 2026
      When it becomes Tuesday 2 March 2027, 09:00
      Then Anna's status is lost, because "no purchase for 365 days"

    @silence
    Scenario Outline: Customers come back every 45 days in the mean, or so we know; <days> days after the last purchase
      Given forecasts are fitted
      And Anna ordered on 2 March 2026
      When <days> days pass
      Then Anna's status is <status>

      Examples:
        | days | status     |
        | 364  | first-time |
        | 365  | lost       |

    Scenario: A lost customer comes back
      Given Anna ordered on 1 March 2025
      When Anna orders "CREAM CANDLE" for 20 EUR
      Then Anna's status is repeat
