Feature: Relationship type
  How close we stay to a customer, by how many share his product line and what it earns.
  Rules: rules/2-relate/relationship.csv

  Rule: Few customers and a high margin make a partnership, many and a low margin a basic relationship

    Scenario Outline: A line that <owners> of 1,000 customers own, at <margin>
      Given Anna is a silver customer
      And <owners> customers own the product line "Candles", at a margin of <margin>
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is <relationship>

      Examples: Few of them, below 5 %
        | owners | margin | relationship |
        | 49     | 14.9 % | accountable  |
        | 49     | 15 %   | proactive    |
        | 49     | 34.9 % | proactive    |
        | 49     | 35 %   | proactive    |

      Examples: A medium number, 5 to below 30 %
        | owners | margin | relationship |
        | 50     | 14.9 % | reactive     |
        | 50     | 15 %   | accountable  |
        | 50     | 34.9 % | accountable  |
        | 50     | 35 %   | proactive    |
        | 299    | 14.9 % | reactive     |
        | 299    | 15 %   | accountable  |
        | 299    | 34.9 % | accountable  |
        | 299    | 35 %   | proactive    |

      Examples: Many, 30 % and more
        | owners | margin | relationship |
        | 300    | 14.9 % | basic        |
        | 300    | 15 %   | reactive     |
        | 300    | 34.9 % | reactive     |
        | 300    | 35 %   | accountable  |

    Scenario: A gold customer of a line of few at a high margin
      Given Anna is a gold customer
      And 49 customers own the product line "Candles", at a margin of 35 %
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is partnership

  Rule: In a shop of any size it is the share that counts

    Background:
      Given Anna has bought 3 times from the product line "Candles"

    Scenario Outline: <owners> of <customers> customers
      Given there are <customers> customers
      And Anna is a silver customer
      And <owners> customers own the product line "Candles", at a margin of 40 %
      When Anna is looked at again
      Then Anna's relationship for "Candles" is <relationship>

      Examples:
        | customers | owners | relationship |
        | 5,000     | 1,499  | proactive    |
        | 5,000     | 1,500  | accountable  |
        | 2,000     | 599    | proactive    |
        | 2,000     | 600    | accountable  |

  Rule: A customer of several product lines is treated as the one that brings most of his margin asks for

    Background:
      Given Anna is a silver customer
      And 900 customers own the product line "Cards", at a margin of 10 %
      And 20 customers own the product line "Furniture", at a margin of 40 %

    Scenario: Five times cards, once furniture
      Given Anna has bought 5 times from the product line "Cards"
      And Anna has bought from the product line "Furniture"
      When Anna is looked at again
      Then Anna's relationship is basic

    Scenario: Five times furniture, once cards
      Given Anna has bought 5 times from the product line "Furniture"
      And Anna has bought from the product line "Cards"
      When Anna is looked at again
      Then Anna's relationship is proactive

  Rule: A product line of which no figures are known has no relationship: it is unknown, never assumed

    Scenario: Nobody has counted the line yet
      Given Anna has bought from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is unknown
