Feature: Leaving reason
  Why a customer leaves: only who knows why knows whether to win him back.
  Rules: rules/3-churn/leaving-reason.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: What he writes tells for 90 days

    Scenario Outline: "<text>"
      When Anna writes an e-mail: "<text>"
      Then Anna's leaving reason is <reason>, because "<because>"

      Examples:
        | text                     | reason      | because                                |
        | I found another supplier | pulled-away | talked of leaving within 90 days       |
        | That is too expensive    | bought-away | asked for a lower price within 90 days |

    @silence
    Scenario Outline: <days> days later
      When Anna writes an e-mail: "That is too expensive"
      And <days> days pass
      Then Anna's leaving reason is <reason>

      Examples:
        | days | reason      |
        | 89   | bought-away |
        | 90   | unknown     |

    Scenario: Nothing of the kind
      When Anna writes an e-mail: "Hello"
      Then Anna's leaving reason is unknown

  Rule: Of those whose trade falls apart the circumstances tell

    Scenario: Moved
      Given Anna has the trait "moved": "yes"
      And Anna ordered on 1 February 2025
      Then Anna's leaving reason is moved-away, because "his circumstances changed"

    Scenario: Moved, and still buys
      Given Anna has the trait "moved": "yes"
      And Anna ordered on 1 February 2026
      Then Anna's leaving reason is unknown

    Scenario: A complaint is open
      Given Anna ordered on 1 February 2025
      When Anna complained by e-mail
      Then Anna's leaving reason is pushed-away-unintentionally, because "a complaint is open"

    Scenario Outline: Rated us <score>
      Given Anna ordered on 1 February 2025
      And Anna rated us <score> on 1 February 2026
      Then Anna's leaving reason is <reason>

      Examples:
        | score | reason                      |
        | 39 %  | pushed-away-unintentionally |
        | 40 %  | unknown                     |

    Scenario Outline: Spends <now> after 1,000, and in all <total> after 10,000
      Given Anna ordered for 1,000 EUR on 1 February 2025
      And Anna ordered for 300 EUR on 1 September 2025
      And Anna ordered for <now> on 1 February 2026
      And Anna spent 10,000 EUR a year with everybody, and now <total>
      Then Anna's leaving reason is <reason>

      Examples:
        | now     | total     | reason      |
        | 399 EUR | 9,500 EUR | pulled-away |
        | 399 EUR | 9,400 EUR | unknown     |

    Scenario: Cost more than she brought
      Given Anna called us 3 times in the last year
      And Anna ordered on 1 February 2025
      When Anna is looked at again
      Then Anna's leaving reason is pushed-away-intentionally
