Feature: Relationship lift
  The most valuable customers are one degree closer than their product lines ask for.
  Rules: rules/2-relate/relationship-lift.sentences

  Rule: A diamond customer gets one degree more in every line

    Scenario Outline: A <tier> customer of a line with <owners> customers at <margin>
      Given Anna is a <tier> customer
      And <owners> customers own the product line "Candles", at a margin of <margin>
      And Anna has bought from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is <relationship>

      Examples:
        | tier    | owners | margin | relationship |
        | diamond | 5,000  | 10 %   | reactive     |
        | gold    | 5,000  | 10 %   | basic        |
        | diamond | 500    | 20 %   | proactive    |
        | gold    | 500    | 20 %   | accountable  |

  Rule: There is nothing above a partnership

    Scenario: A diamond customer of a partnership line
      Given Anna is a diamond customer
      And 20 customers own the product line "Candles", at a margin of 40 %
      And Anna has bought from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is partnership
