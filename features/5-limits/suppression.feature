@guarantee
Feature: Suppression
  An address that does not exist, whose reader called us spam, or that somebody put on the list gets nothing, neither promotion
  nor service. Only a person takes it off the list again. No rule can switch this off.

  Background:
    Given it is Friday 6 March 2026, 12:00 in London
    And Anna was born on 7 March 1990
    And Anna agrees to promotion by e-mail

  Rule: An address that does not exist is written to no more

    Scenario: The birthday after the mail came back
      When a mail to Anna comes back, since the address does not exist
      And 1 day passes
      Then no message "birthday" goes to Anna, because "Suppressed: the address does not exist."

    Scenario: Nor does she get an answer there
      When a mail to Anna comes back, since the address does not exist
      And Anna complained by e-mail
      Then no message "complaint-received" goes to Anna, because "Suppressed: the address does not exist."

  Rule: Five failures in a row are enough

    Scenario: The fifth
      When 5 mails to Anna come back, since the mailbox is full
      And 1 day passes
      Then no message "birthday" goes to Anna, because "Suppressed: the address could not be reached several times in a row."

    Scenario: Four
      When 4 mails to Anna come back, since the mailbox is full
      And 1 day passes
      Then a message "birthday" goes to Anna by e-mail

    Scenario: Four before and four after one that arrived
      When 4 mails to Anna come back, since the mailbox is full
      And a mail to Anna arrives
      And 4 mails to Anna come back, since the mailbox is full
      And 1 day passes
      Then a message "birthday" goes to Anna by e-mail

  Rule: Whoever calls us spam hears no more

    Scenario: Nothing is sent, and the consent is withdrawn
      When Anna calls a message spam
      And 1 day passes
      Then no message "birthday" goes to Anna, because "Suppressed: the reader called us spam."
      And Anna no longer agrees to promotion by e-mail

  Rule: A person puts an address on the list and takes it off

    Scenario: By hand
      When the e-mail address of Anna is suppressed
      And 1 day passes
      Then no message "birthday" goes to Anna, because "Suppressed: somebody put the address on the list."

    Scenario: Taken off the list
      When a mail to Anna comes back, since the address does not exist
      And the e-mail address of Anna is released
      And 1 day passes
      Then a message "birthday" goes to Anna by e-mail
