@guarantee
Feature: Valid until
  What comes too late is not sent, and is recorded as missed. No rule can switch this off.

  Background:
    Given it is Friday 6 March 2026, 12:00 in London
    And Mei was born on 7 March 1990
    And Mei agrees to promotion by e-mail

  Rule: An action past its valid-until is missed

    Scenario: The greeting is valid until the end of the day
      When 1 day passes
      Then the message "birthday" to Mei is valid until Sunday 8 March 2026, 00:00

    Scenario: Held back until one minute before midnight, and quiet hours have begun
      Given Mei complained by e-mail
      When it becomes Saturday 7 March 2026, 23:59
      And the complaint is resolved
      Then the message "birthday" to Mei was missed

    Scenario: Free again one minute before the quiet hours
      Given Mei complained by e-mail
      When it becomes Saturday 7 March 2026, 20:59
      And the complaint is resolved
      Then a message "birthday" goes to Mei by e-mail

  Rule: After the engine stood still it decides once, as of now

    Scenario: The birthday passed meanwhile
      Given Mei is looked at again
      When the engine stands still until Monday 9 March 2026, 09:00
      Then the message "birthday" to Mei was missed

    Scenario: It is still the birthday
      Given Mei is looked at again
      When the engine stands still until Saturday 7 March 2026, 15:00
      Then a message "birthday" goes to Mei by e-mail
