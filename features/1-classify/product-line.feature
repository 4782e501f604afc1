Feature: Product line
  What an order line is, told by the words of its description, with an estimated margin.
  Rules: rules/1-classify/product-line.csv

  Rule: The first line that has a word of the description takes it

    Scenario Outline: <description>
      When Anna orders "<description>" for 20 EUR
      Then "<description>" belongs to the product line "<line>", at an estimated margin of <margin>

      Examples: One of each
        | description                     | line                 | margin |
        | POSTAGE                         | Postage and fees     | 2 %    |
        | CHRISTMAS TREE DECORATION       | Christmas            | 27 %   |
        | CREAM PILLAR CANDLE             | Candles and lights   | 38 %   |
        | BLUE GLASS BRACELET             | Jewellery            | 45 %   |
        | JUMBO BAG RED RETROSPOT         | Bags and travel      | 12 %   |
        | NOTEBOOK A5                     | Paper and stationery | 36 %   |
        | WOODEN SOLDIER                  | Toys and children    | 22 %   |
        | BIRD FEEDER                     | Garden               | 31 %   |
        | SET OF 3 CAKE TINS              | Kitchen and table    | 25 %   |
        | WHITE METAL SIGN                | Home decoration      | 33 %   |
        | MAGIC POTION                    | Other gifts          | 18 %   |

      Examples: Two words: the line further up takes it
        | description                     | line                 | margin |
        | CHRISTMAS LIGHTS                | Christmas            | 27 %   |
        | WHITE HANGING HEART T-LIGHT HOLDER | Candles and lights | 38 %  |

      Examples: A word is a whole word, unless it ends in a star
        | description                     | line                 | margin |
        | PACK OF 12 TISSUES              | Paper and stationery | 36 %   |
        | PENS                            | Paper and stationery | 36 %   |
        | OPEN SEA                        | Other gifts          | 18 %   |

  Rule: What was ordered decides which product lines a customer owns

    Scenario: A candle
      Given there are 1,000 customers
      And 900 customers own the product line "Candles and lights", at a margin of 10 %
      When Anna orders "CREAM PILLAR CANDLE" for 20 EUR
      Then Anna's relationship for "Candles and lights" is basic
