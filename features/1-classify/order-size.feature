Feature: Order size
  Whether an order is large by any measure, or large for this customer.
  Rules: rules/1-classify/order-size.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Large by any measure: ten times what a purchase brings here in the mean

    Background:
      Given forecasts are fitted

    Scenario Outline: A mean purchase is 35.22, the order is of <amount>
      When Mei orders "Vase" for <amount>
      Then Mei's last order is <size>, because "<because>"

      Examples:
        | amount     | size  | because                                   |
        | 352.30 EUR | large | an order of 352.3, 1000.31 % of a usual one |
        | 352.10 EUR | usual | an order of 352.1                         |

  Rule: Large from 5,000 on, until forecasts are fitted

    Scenario Outline: The first order, of <amount>
      When Mei orders "Vase" for <amount>
      Then Mei's last order is <size>, because "an order of <said>"

      Examples:
        | amount       | size  | said |
        | 5,000.00 EUR | large | 5000 |
        | 4,999.00 EUR | usual | 4999 |

  Rule: Large for this customer: three times his mean order and more than a usual one, after three days of purchases

    Background:
      Given forecasts are fitted

    Scenario Outline: Forecasts are fitted, three orders of <usual>, then one of <amount>
      Given Mei ordered for <usual> on 1 December 2025
      And Mei ordered for <usual> on 1 January 2026
      And Mei ordered for <usual> on 1 February 2026
      When Mei orders "Vase" for <amount>
      Then Mei's last order is <size>, because "<because>"

      Examples:
        | usual     | amount    | size          | because                               |
        | 12.00 EUR | 36.00 EUR | large-for-him | an order of 36, 300 % of his mean order |
        | 12.00 EUR | 35.90 EUR | usual         | an order of 35.9                      |
        | 11.00 EUR | 35.00 EUR | usual         | an order of 35                        |

  Rule: Large for this customer from 500 on, until forecasts are fitted

    Scenario Outline: Three orders of <usual>, then one of <amount>
      Given Mei ordered for <usual> on 1 December 2025
      And Mei ordered for <usual> on 1 January 2026
      And Mei ordered for <usual> on 1 February 2026
      When Mei orders "Vase" for <amount>
      Then Mei's last order is <size>, because "<because>"

      Examples:
        | usual      | amount       | size          | because                               |
        | 200.00 EUR | 600.00 EUR   | large-for-him | an order of 600, 300 % of what he orders in the mean |
        | 200.00 EUR | 599.00 EUR   | usual         | an order of 599                       |
        | 100.00 EUR | 500.00 EUR   | large-for-him | an order of 500, 500 % of what he orders in the mean |
        | 100.00 EUR | 499.00 EUR   | usual         | an order of 499                       |
        | 100.00 EUR | 5,000.00 EUR | large         | an order of 5000                      |

    Scenario: Only two orders before
      Given Mei ordered for 200.00 EUR on 1 January 2026
      And Mei ordered for 200.00 EUR on 1 February 2026
      When Mei orders "Vase" for 900.00 EUR
      Then Mei's last order is usual, because "an order of 900"
