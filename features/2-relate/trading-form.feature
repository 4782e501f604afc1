Feature: Trading form
  From single purchases to a business together.
  Rules: rules/2-relate/trading-form.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: A contract and half of what he spends make a partnership

    Scenario Outline: Spent <spent> of 1,000 with us, contract signed
      Given Anna signed a contract on 1 February 2026
      And Anna ordered for <spent> on 1 February 2026
      And Anna spent 1,000 EUR a year with everybody, and now 1,000 EUR
      Then Anna's trading form is <form>, because "<because>"

      Examples:
        | spent   | form               | because                                |
        | 500 EUR | partnership        | a contract, and 50 % of what he spends |
        | 499 EUR | preferred-supplier | a contract                             |

  Rule: Without a contract half of what he spends makes a preferred supplier

    Scenario Outline: Spent <spent> of 1,000 with us
      Given Anna ordered for <spent> on 1 February 2026
      And Anna spent 1,000 EUR a year with everybody, and now 1,000 EUR
      Then Anna's trading form is <form>, because "<because>"

      Examples:
        | spent   | form               | because                                 |
        | 500 EUR | preferred-supplier | no contract, and 50 % of what he spends |
        | 499 EUR | transaction        | no contract                             |

    Scenario: The contract has ended
      Given Anna signed a contract on 1 February 2026
      And the contract of Anna ended on 20 February 2026
      Then Anna's trading form is transaction

  Rule: A business together is told, not guessed

    Scenario: Told so
      Given Anna has the trait "joint business": "yes"
      When Anna is looked at again
      Then Anna's trading form is alliance, because "we run a business together"
