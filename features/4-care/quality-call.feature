Feature: Quality call
  Five days after a delivery somebody asks what was good, what is missing and what to improve.
  Rules: rules/4-care/quality-call.sentences

  Background:
    Given it is Monday 2 March 2026, 12:00 in London
    And Anna is a silver customer
    And Anna has bought from the product line "Candles"
    And an order of Anna is delivered on 2 March 2026

  Rule: From the fifth day after delivery on

    @silence
    Scenario: Four days after delivery
      Given 200 customers own the product line "Candles", at a margin of 20 %
      When it becomes Friday 6 March 2026, 23:59
      Then no task "quality call" waits

    @silence
    Scenario: Five days after delivery
      Given 200 customers own the product line "Candles", at a margin of 20 %
      When it becomes Saturday 7 March 2026, 00:00
      Then a task "quality call" waits for the service, due Monday 9 March 2026, 00:00

    @silence
    Scenario: Once for each delivery
      Given 200 customers own the product line "Candles", at a margin of 20 %
      When it becomes Wednesday 4 March 2026, 12:00
      And an order of Anna is delivered on 4 March 2026
      And 30 days pass
      Then 2 tasks "quality call" were given

  Rule: Only where the relationship is accountable or closer

    @silence
    Scenario Outline: <owners> of 1,000 customers in the line at a margin of 20 %
      Given <owners> customers own the product line "Candles", at a margin of 20 %
      When it becomes Saturday 7 March 2026, 00:00
      Then <calls> tasks "quality call" were given

      Examples:
        | owners | calls |
        | 300    | 0     |
        | 299    | 1     |

  Rule: Not while a complaint is open, and not when the delivery is 20 days old

    Scenario: The complaint is resolved on the 19th day
      Given 200 customers own the product line "Candles", at a margin of 20 %
      And Anna complained by e-mail
      When it becomes Saturday 21 March 2026, 12:00
      And the complaint is resolved
      Then a task "quality call" waits for the service

    Scenario: The complaint is resolved on the 20th day
      Given 200 customers own the product line "Candles", at a margin of 20 %
      And Anna complained by e-mail
      When it becomes Sunday 22 March 2026, 12:00
      And the complaint is resolved
      Then no task "quality call" waits
