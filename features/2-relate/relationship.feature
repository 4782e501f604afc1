Feature: Relationship type
  How close we stay to a customer, by how many share his product line and what it earns.
  Rules: rules/2-relate/relationship.csv

  Rule: Few customers and a high margin make a partnership, many and a low margin a basic relationship

    Scenario Outline: A line with <owners> customers at <margin>
      Given <owners> customers own the product line "Candles", at a margin of <margin>
      And Anna has bought from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is <relationship>

      Examples: Few customers, up to 99
        | owners | margin | relationship |
        | 99     | 14.9 % | accountable  |
        | 99     | 15 %   | proactive    |
        | 99     | 34.9 % | proactive    |
        | 99     | 35 %   | partnership  |

      Examples: A medium number of customers, 100 to 999
        | owners | margin | relationship |
        | 100    | 14.9 % | reactive     |
        | 100    | 15 %   | accountable  |
        | 100    | 34.9 % | accountable  |
        | 100    | 35 %   | proactive    |
        | 999    | 14.9 % | reactive     |
        | 999    | 15 %   | accountable  |
        | 999    | 34.9 % | accountable  |
        | 999    | 35 %   | proactive    |

      Examples: Many customers, 1,000 and more
        | owners | margin | relationship |
        | 1,000  | 14.9 % | basic        |
        | 1,000  | 15 %   | reactive     |
        | 1,000  | 34.9 % | reactive     |
        | 1,000  | 35 %   | accountable  |

  Rule: A customer of several product lines is treated as his closest one

    Scenario: A basic line and a partnership line
      Given 5,000 customers own the product line "Cards", at a margin of 10 %
      And 20 customers own the product line "Furniture", at a margin of 40 %
      And Anna has bought from the product lines "Cards" and "Furniture"
      When Anna is looked at again
      Then Anna's relationship is partnership

  Rule: A product line of which no figures are known has no relationship: it is unknown, never assumed

    Scenario: Nobody has counted the line yet
      Given Anna has bought from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is unknown
