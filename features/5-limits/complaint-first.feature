Feature: Complaint first
  Who waits for an answer does not want an offer.
  Rules: rules/5-limits/complaint-first.sentences

  Background:
    Given it is Friday 6 March 2026, 12:00 in Shanghai
    And Mei was born on 7 March 1990
    And Mei agrees to promotion by e-mail

  Rule: Nothing promotional while a complaint is open

    Scenario: Open
      Given Mei complained by e-mail
      When 1 day passes
      Then no promotional message was sent to Mei, because "a complaint is open"

    Scenario: Resolved the evening before
      Given Mei complained by e-mail
      When it becomes Friday 6 March 2026, 23:59
      And the complaint is resolved
      And 1 day passes
      Then a message "birthday" goes to Mei by e-mail

    Scenario: Somebody else's complaint
      Given Anna complained by e-mail
      When 1 day passes
      Then a message "birthday" goes to Mei by e-mail

  Rule: Service goes on

    Scenario: Praise about something else is thanked for
      Given Mei complained by e-mail
      When Mei writes an e-mail: "The new mugs are wonderful!"
      Then a message "thanks-for-praise" goes to Mei by e-mail
