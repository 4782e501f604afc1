Feature: Order size
  Whether an order is large by any measure, or large for this customer.
  Rules: rules/1-classify/order-size.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Large by any measure from 5,000 on

    Scenario Outline: The first order, of <amount>
      When Mei orders "Vase" for <amount>
      Then Mei's last order is <size>, because "an order of <said>"

      Examples:
        | amount       | size  | said |
        | 5,000.00 EUR | large | 5000 |
        | 4,999.00 EUR | usual | 4999 |

  Rule: Large for this customer: 500 and above, three times the mean order, after three days of purchases

    Scenario Outline: Three orders of <usual>, then one of <amount>
      Given Mei ordered for <usual> on 1 December 2025
      And Mei ordered for <usual> on 1 January 2026
      And Mei ordered for <usual> on 1 February 2026
      When Mei orders "Vase" for <amount>
      Then Mei's last order is <size>, because "<because>"

      Examples:
        | usual      | amount       | size          | because                               |
        | 200.00 EUR | 600.00 EUR   | large-for-him | an order of 600, 300 % of his mean order |
        | 200.00 EUR | 599.00 EUR   | usual         | an order of 599                       |
        | 100.00 EUR | 500.00 EUR   | large-for-him | an order of 500, 500 % of his mean order |
        | 100.00 EUR | 499.00 EUR   | usual         | an order of 499                       |
        | 100.00 EUR | 5,000.00 EUR | large         | an order of 5000                      |

    Scenario: Only two orders before
      Given Mei ordered for 200.00 EUR on 1 January 2026
      And Mei ordered for 200.00 EUR on 1 February 2026
      When Mei orders "Vase" for 900.00 EUR
      Then Mei's last order is usual, because "an order of 900"
