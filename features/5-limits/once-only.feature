@guarantee
Feature: Once only
  What was done for an occasion is not done again, however often somebody looks. No rule can switch this off.

  Background:
    Given it is Saturday 7 March 2026, 12:00 in London
    And Mei was born on 7 March 1990
    And Mei agrees to promotion by e-mail

  Rule: The same occasion, the same message: once

    Scenario: Looked at again on the same birthday
      When Mei is looked at again
      And 1 hour passes
      And Mei is looked at again
      And Mei writes an e-mail: "It is my birthday."
      Then 1 message "birthday" goes to Mei

  Rule: What could not be delivered may be tried again

    Scenario: The mailbox was full, and a day later it was not
      Given Mei ordered on 8 December 2025
      When it becomes Sunday 8 March 2026, 12:00
      And the last message "win-back" to Mei cannot be delivered
      And 1 day passes
      Then 2 messages "win-back" go to Mei

    Scenario: The mailbox was full, less than a day ago
      Given Mei ordered on 8 December 2025
      When it becomes Sunday 8 March 2026, 12:00
      And the last message "win-back" to Mei cannot be delivered
      And 23 hours pass
      Then 1 message "win-back" goes to Mei

  Rule: One promotional message a day

    Scenario: A win-back on the birthday waits until tomorrow
      Given Mei ordered on 7 December 2025
      When 2 days pass
      Then 1 message "birthday" goes to Mei
      And the message "win-back" to Mei leaves at Sunday 8 March 2026, 08:00
