Feature: Service promise
  How long a complaint may wait for its answer, by tier.
  Rules: rules/2-relate/service-promise.csv

  Background:
    Given it is Monday 2 March 2026, 09:00 in Shanghai

  Rule: The more valuable the customer, the sooner the answer

    Scenario Outline: A <tier> customer
      Given Mei is a <tier> customer
      When Mei complained by e-mail
      Then the complaint is due by <deadline>

      Examples:
        | tier    | deadline                      |
        | diamond | Monday 2 March 2026, 11:00    |
        | gold    | Monday 2 March 2026, 13:00    |
        | silver  | Monday 2 March 2026, 17:00    |
        | iron    | Tuesday 3 March 2026, 09:00   |
        | lead    | Wednesday 4 March 2026, 09:00 |

    @silence
    Scenario Outline: One minute before and at the deadline of a <tier> customer
      Given Mei is a <tier> customer
      And Mei complained by e-mail
      When <time> pass
      Then the complaint was escalated <times> times

      Examples:
        | tier    | time                    | times |
        | diamond | 1 hour and 59 minutes   | 0     |
        | diamond | 2 hours                 | 1     |
        | silver  | 7 hours and 59 minutes  | 0     |
        | silver  | 8 hours                 | 1     |
        | iron    | 23 hours and 59 minutes | 0     |
        | iron    | 24 hours                | 1     |
        | lead    | 47 hours and 59 minutes | 0     |
        | lead    | 48 hours                | 1     |

  Rule: Somebody whose tier is unknown waits one day at most

    Scenario: Nobody knows Mei's tier
      When Mei complained by e-mail
      Then the complaint is due by Tuesday 3 March 2026, 09:00
