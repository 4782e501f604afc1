Feature: Care contacts
  Nobody close to us is left alone.
  Rules: rules/4-care/care-contacts.sentences

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And Anna has bought from the product line "Candles"

  Rule: Proactive relationships hear from us every 90 days

    Background:
      Given 500 customers own the product line "Candles", at a margin of 40 %

    @silence
    Scenario Outline: <days> days after her mail
      When Anna writes an e-mail: "Hello"
      And <days> days pass
      Then <tasks> tasks "call with improvements and news" were given

      Examples:
        | days | tasks |
        | 89   | 0     |
        | 90   | 1     |
        | 179  | 1     |
        | 180  | 2     |

    @silence
    Scenario: Again and again, as long as she buys and nobody is in contact
      When Anna writes an e-mail: "Hello"
      And 200 days pass
      And Anna orders "Vanilla candle" for 30 EUR
      And 200 days pass
      Then 4 tasks "call with improvements and news" were given

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
        | 59   | 1     |
        | 60   | 2     |

  Rule: Without any contact the first purchase counts

    @silence
    Scenario: Bought yesterday, never in contact
      Given 50 customers own the product line "Candles", at a margin of 40 %
      When Anna is looked at again
      And 29 days pass
      Then a task "plan the coming month together" waits for the sales, because "no contact for 30 days"
