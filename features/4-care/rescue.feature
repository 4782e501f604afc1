Feature: Rescue
  Somebody calls before a good customer is lost.
  Rules: rules/4-care/rescue.sentences

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London
    And forecasts are fitted

  Rule: At high risk, with a margin at risk worth three calls, and an expected one worth two

    Background:
      Given the middle customer's historical value is 50

    @silence
    Scenario Outline: Two orders of <amount>, then silent
      Given Anna ordered for <amount> on 30 January 2026
      And Anna ordered for <amount> on 1 March 2026
      When <days> days pass
      Then <tasks> tasks "call before he is lost" were given

      Examples:
        | amount     | days | tasks |
        | 430.00 EUR | 177  | 0     |
        | 470.00 EUR | 177  | 1     |
        | 470.00 EUR | 176  | 0     |

  Rule: Nobody whom the portfolio abandons is called

    @silence
    Scenario: Brought little and promises little
      Given the middle customer's historical value is 5,000
      And Anna ordered for 500.00 EUR on 30 January 2026
      And Anna ordered for 500.00 EUR on 1 March 2026
      When 177 days pass
      Then 0 tasks "call before he is lost" were given
