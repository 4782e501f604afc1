Feature: Care contacts
  Nobody close to us is left alone.
  Rules: rules/4-care/care-contacts.sentences

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And Anna is a silver customer
    And Anna has bought 3 times from the product line "Candles"

  Rule: Proactive relationships hear from us every 90 days

    Background:
      Given 200 customers own the product line "Candles", at a margin of 40 %

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
      And 150 days pass
      And Anna orders "Vanilla candle" for 10 EUR
      And 150 days pass
      Then 3 tasks "call with improvements and news" were given

  Rule: A call that was made is a contact

    Background:
      Given 200 customers own the product line "Candles", at a margin of 40 %

    Scenario Outline: Called 100 days after her mail, and <days> days later
      When Anna writes an e-mail: "Hello"
      And 100 days pass
      And the task "call with improvements and news" for Anna is done
      And <days> days pass
      Then <tasks> tasks "call with improvements and news" were given

      Examples:
        | days | tasks |
        | 89   | 1     |
        | 90   | 2     |

  Rule: Partners plan the month together

    @silence
    Scenario Outline: <days> days after her mail
      Given Anna is a gold customer
      And 40 customers own the product line "Candles", at a margin of 40 %
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

    Scenario: First bought 61 days ago, never in contact
      Given Anna is a gold customer
      And 40 customers own the product line "Candles", at a margin of 40 %
      When Anna is looked at again
      Then a task "plan the coming month together" waits for the sales, because "no contact for 61 days"
