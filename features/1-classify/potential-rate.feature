Feature: Potential rate
  How much more a customer may bring beside what he brings now: open product lines, referrals, stage.
  Rules: rules/1-classify/potential-rate.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Three product lines open promise more, most while the relationship grows

    Scenario Outline: <lines> lines open, bought every <days> days since <since>
      Given <lines> other product lines are sold
      And Anna ordered every <days> days from <since> to 1 March 2026
      Then Anna's potential rate % is <rate>, because "<because>"

      Examples:
        | lines | days | since             | rate | because                               |
        | 3     | 28   | 1 February 2026   | 50   | grows, and 3 product lines are open   |
        | 2     | 28   | 1 February 2026   | 10   | little is open, as far as we know     |
        | 3     | 40   | 22 September 2025 | 30   | stays, and 3 product lines are open   |
        | 2     | 40   | 22 September 2025 | 10   | little is open, as far as we know     |

  Rule: Whoever refers others promises most

    Scenario: One referral
      Given 1 other product lines are sold
      And Anna referred 1 other to us
      When Anna is looked at again
      Then Anna's potential rate % is 60, because "refers others (1)"

  Rule: A trade that falls apart promises hardly anything

    Scenario: Bought a year ago and never again
      Given 3 other product lines are sold
      And Anna ordered on 1 February 2025
      Then Anna's potential rate % is 5, because "the trade falls apart"

  Rule: Before the population was counted little is known to be open

    Scenario: No product line is known
      Given Anna ordered on 1 February 2026
      Then Anna's potential rate % is 10, because "little is open, as far as we know"
