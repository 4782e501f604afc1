Feature: Difference matrix
  How individually to address a customer: value against difference of needs.
  Rules: rules/1-classify/difference-matrix.csv

  Background:
    Given 500 customers own the product line "Candles", at a margin of 30 %
    And 500 customers own the product line "Bags", at a margin of 30 %

  Rule: Half of all customers are high in value, half in difference of needs

    Scenario Outline: Buys candles alone, ranks <rank>, the middle difference is <middle> %
      Given the middle customer's difference of needs is <middle>
      And Li Lei ranks <rank> by current value
      And Li Lei has bought from the product line "Candles"
      When Li Lei is looked at again
      Then Li Lei's difference matrix is <cell>, because "<because>"

      Examples:
        | rank  | middle | cell       | because                             |
        | 500th | 50     | one-to-one | high value, needs of his own        |
        | 500th | 51     | loyalty    | high value, needs as most have them |
        | 501st | 50     | niche      | low value, needs of his own         |
        | 501st | 51     | mass       | low value, needs as most have them  |

  Rule: Unknown below 100 customers and for those who own no product line

    Scenario: Nothing is known of his needs
      Given the middle customer's difference of needs is 50
      And Li Lei ranks 1st by current value
      When Li Lei is looked at again
      Then Li Lei's difference matrix is unknown
