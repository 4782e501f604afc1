Feature: Loyalty ladder
  Prospect, customer, client, supporter, advocate, partner.
  Rules: rules/2-relate/loyalty-ladder.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: The first purchase makes a customer, the third a client

    Scenario: Not bought yet
      When Anna writes an e-mail: "Where is your shop?"
      Then Anna's loyalty ladder is prospect, because "has not bought yet"

    Scenario: Two purchase days
      Given Anna ordered every 28 days from 1 February 2026 to 1 March 2026
      Then Anna's loyalty ladder is customer, because "has bought"

    Scenario: Three purchase days
      Given Anna ordered every 14 days from 1 February 2026 to 1 March 2026
      Then Anna's loyalty ladder is client, because "bought on 3 days"

  Rule: Five purchase days and satisfaction that was said make a supporter

    Scenario Outline: Every <days> days, rated us <score>
      Given Anna ordered every <days> days from 1 February 2026 to 1 March 2026
      And Anna rated us <score> on 1 February 2026
      Then Anna's loyalty ladder is <ladder>

      Examples:
        | days | score | ladder    |
        | 7    | 60 %  | supporter |
        | 7    | 59 %  | client    |
        | 9    | 60 %  | client    |

  Rule: Who refers others and is not dissatisfied is an advocate

    Scenario Outline: Referred <others>, rated us <score>
      Given Anna referred <others> others to us
      And Anna ordered on 1 February 2026
      And Anna rated us <score> on 1 February 2026
      Then Anna's loyalty ladder is <ladder>

      Examples:
        | others | score | ladder   |
        | 1      | 40 %  | advocate |
        | 1      | 39 %  | customer |
        | 0      | 40 %  | customer |

  Rule: Partners are told, not guessed

    Scenario: A partner who buys
      Given Anna has the trait "kind": "partner"
      And Anna ordered on 1 March 2026
      Then Anna's loyalty ladder is partner, because "works with us"
