Feature: Large order
  Somebody of us looks after a large order, by any measure and by the customer's own.
  Rules: rules/4-care/large-order.sentences

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Large by any measure

    Scenario: Ordered for 5,000 EUR
      When Mei orders "Vase" for 5,000.00 EUR
      Then a task "look after a large order" waits for the sales

    Scenario: Ordered for 4,999 EUR
      When Mei orders "Vase" for 4,999.00 EUR
      Then no task "look after a large order" waits

    Scenario: Two large orders are two tasks
      When Mei orders "Vase" for 5,000.00 EUR
      And Mei orders "Bowl" for 6,000.00 EUR
      Then 2 tasks "look after a large order" were given

  Rule: Nobody runs after an order that became known too late

    Scenario: A file brings it two days later
      When the file brings an order of Mei for 5,000.00 EUR of 27 February 2026
      Then a task "look after a large order" waits for the sales

    Scenario: A file brings it three days later
      When the file brings an order of Mei for 5,000.00 EUR of 26 February 2026
      Then no task "look after a large order" waits

  Rule: Far beyond what he usually orders

    Background:
      Given Mei ordered for 200.00 EUR on 1 December 2025
      And Mei ordered for 200.00 EUR on 1 January 2026
      And Mei ordered for 200.00 EUR on 1 February 2026

    Scenario: Three orders of 200 EUR, then one of 600 EUR
      When Mei orders "Vase" for 600.00 EUR
      Then a task "look after a large order" waits for the sales

    Scenario: Three orders of 200 EUR, then one of 599 EUR
      When Mei orders "Vase" for 599.00 EUR
      Then no task "look after a large order" waits
