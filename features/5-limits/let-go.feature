Feature: Let go
  Whom we let go costs us nothing more, and is answered as before.
  Rules: rules/5-limits/let-go.sentences

  Background:
    Given it is Friday 6 March 2026, 12:00 in London
    And forecasts are fitted
    And 2 other product lines are sold
    And the middle customer's potential value is 50
    And the middle customer's historical value is 500
    And Li Lei called us 10 times in the last year
    And Li Lei has bought 2 times from the product line "Candles"

  Rule: No promotion

    Background:
      Given Li Lei was born on 7 March 1990
      And Li Lei agrees to promotion by e-mail

    Scenario Outline: Brought <now> of margin, and called us 10 times
      Given Li Lei earned us <now> within the last year
      When 1 day passes
      Then Li Lei's retention is <retention>
      And <messages> messages "birthday" go to Li Lei

      Examples:
        | now     | retention | messages |
        | 300 EUR | let-go    | 0        |
        | 310 EUR | keep      | 1        |

    Scenario: The reason is kept
      Given Li Lei earned us 300 EUR within the last year
      When 1 day passes
      Then no promotional message was sent to Li Lei, because "a paid contact, and we let the customer go"

  Rule: No quality call

    Background:
      Given 200 customers own the product line "Candles", at a margin of 20 %
      And Li Lei has the trait "relationship": "closer"

    Scenario Outline: Delivered, brought <now> of margin, and called us 10 times
      Given Li Lei earned us <now> within the last year
      And an order of Li Lei is delivered on 6 March 2026
      When 6 days pass
      Then <tasks> tasks "quality call" were given

      Examples:
        | now     | tasks |
        | 300 EUR | 0     |
        | 301 EUR | 1     |

  Rule: No call with news

    Background:
      Given 200 customers own the product line "Candles", at a margin of 40 %
      And Li Lei has bought 3 times from the product line "Candles"
      And the middle customer's potential value is 500
      And Li Lei called us 10 times in the last year
      And Li Lei has the trait "relationship": "closer"

    Scenario Outline: Silent, brought <now> of margin, and called us 20 times
      Given Li Lei earned us <now> within the last year
      When Li Lei writes an e-mail: "Hello"
      And 90 days pass
      Then <tasks> tasks "call with improvements and news" were given

      Examples:
        | now     | tasks |
        | 600 EUR | 0     |
        | 610 EUR | 1     |

  Rule: No planning of the month together

    Background:
      Given 40 customers own the product line "Candles", at a margin of 40 %
      And Li Lei has bought 3 times from the product line "Candles"
      And the middle customer's potential value is 500
      And Li Lei called us 20 times in the last year
      And Li Lei has the trait "relationship": "closer"

    Scenario Outline: A partner, brought <now> of margin, and called us 30 times
      Given Li Lei earned us <now> within the last year
      When Li Lei writes an e-mail: "Hello"
      And 30 days pass
      Then <tasks> tasks "plan the coming month together" were given

      Examples:
        | now     | tasks |
        | 900 EUR | 0     |
        | 910 EUR | 1     |

  Rule: Service goes on

    Scenario: A complaint is acknowledged and answered
      Given Li Lei earned us 300 EUR within the last year
      When Li Lei complained by e-mail
      Then a message "complaint-received" goes to Li Lei by e-mail
      And 1 task "answer the complaint" was given

    Scenario: A question is answered
      Given Li Lei earned us 300 EUR within the last year
      When Li Lei writes an e-mail: "Where is your shop?"
      Then Li Lei's retention is let-go
      And 1 task "answer the question" was given
