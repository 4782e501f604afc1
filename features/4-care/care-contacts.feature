Feature: Care contacts
  Nobody close to us is left alone.
  Rules: rules/4-care/care-contacts.sentences

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And Anna has bought from the product line "Candles"

  Rule: Proactive relationships hear from us every 90 days

    @silence
    Scenario Outline: <days> days after her mail
      Given 500 customers own the product line "Candles", at a margin of 40 %
      When Anna writes an e-mail: "Hello"
      And <days> days pass
      Then <tasks> tasks "call with improvements and news" were given

      Examples:
        | days | tasks |
        | 89   | 0     |
        | 90   | 1     |
        | 120  | 1     |

  Rule: Partners plan the month together

    @silence
    Scenario Outline: <days> days after her mail
      Given 50 customers own the product line "Candles", at a margin of 40 %
      When Anna writes an e-mail: "Hello"
      And <days> days pass
      Then <tasks> tasks "plan the coming month together" were given

      Examples:
        | days | tasks |
        | 29   | 0     |
        | 30   | 1     |

  Rule: Without any contact the first purchase counts

    @silence
    Scenario: Bought yesterday, never in contact
      Given 50 customers own the product line "Candles", at a margin of 40 %
      When Anna is looked at again
      And 29 days pass
      Then a task "plan the coming month together" waits for the sales, because "no contact for 30 days"
