@guarantee
Feature: Consent
  Nothing promotional leaves without consent for its channel; service messages may, unless the customer forbade them. No rule can switch this off.

  Background:
    Given it is Friday 6 March 2026, 12:00 in Shanghai
    And Mei was born on 7 March 1990

  Rule: A promotional message needs consent for its own channel

    Scenario: No consent at all
      When 1 day passes
      Then no message "birthday" goes to Mei, because "No consent for promotion by this channel"

    Scenario: Consent to promotion by e-mail
      Given Mei agrees to promotion by e-mail
      When 1 day passes
      Then a message "birthday" goes to Mei by e-mail

    Scenario: Consent to another channel only
      Given Mei agrees to promotion by SMS
      When 1 day passes
      Then no message "birthday" goes to Mei, because "No consent for promotion by this channel"

    Scenario: Consent withdrawn the day before
      Given Mei agrees to promotion by e-mail
      When Mei withdraws the consent to promotion by e-mail
      And 1 day passes
      Then no message "birthday" goes to Mei, because "No consent for promotion by this channel"

  Rule: A service message needs no consent

    Scenario: A complaint is acknowledged to somebody who allowed nothing
      When Mei complained by e-mail
      Then a message "complaint-received" goes to Mei by e-mail

  Rule: Whoever forbade service messages gets none either

    Scenario: A complaint is not acknowledged to somebody who forbade it
      When Mei forbids service messages by e-mail
      And Mei complained by e-mail
      Then no message "complaint-received" goes to Mei, because "The customer forbade service messages by this channel."
