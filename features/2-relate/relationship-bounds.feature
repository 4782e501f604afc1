Feature: Relationship bounds
  However few share a product line: nobody gets more care than he is worth.
  Rules: rules/2-relate/relationship-bounds.sentences

  Background:
    Given 20 customers own the product line "Candles", at a margin of 40 %

  Rule: A lead customer at most reactive, iron accountable, silver proactive

    Scenario Outline: A <tier> customer of a line that asks for a partnership
      Given Anna is a <tier> customer
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship is <relationship>

      Examples:
        | tier   | relationship |
        | gold   | partnership  |
        | silver | proactive    |
        | iron   | accountable  |

    Scenario: A lead customer of a line that asks for a partnership
      Given Anna is a lead customer
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship is reactive, because "a lead customer asks us"

  Rule: While the tier is not known, at most accountable

    Scenario: A shop of 99 customers
      Given there are 99 customers
      And Anna has bought 3 times from the product line "Candles"
      And Anna earned us 2,000 EUR within the last year
      When Anna is looked at again
      Then Anna's relationship is accountable, because "what he is worth beside others is not known yet"

  Rule: Who has bought once, at most accountable

    Scenario Outline: Bought <times> times
      Given Anna is a gold customer
      And Anna has bought <times> times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship is <relationship>

      Examples:
        | times | relationship |
        | 1     | accountable  |
        | 2     | partnership  |

  Rule: Who has not bought for a year brings nothing: lead, and at most reactive

    @silence
    Scenario Outline: Last bought yesterday, <days> days pass
      Given Anna is a gold customer
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      And <days> days pass
      Then Anna's relationship is <relationship>

      Examples:
        | days | relationship |
        | 363  | partnership  |
        | 364  | reactive     |

  Rule: Care never costs more than his margin of a year pays for, at 30 a call

    Scenario Outline: Margin for 32 calls a year, bought <times> times
      Given Anna is a gold customer
      And Anna has bought <times> times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship is <relationship>

      Examples: 16 calls or more beside one after each order, 4 or more, none
        | times | relationship |
        | 16    | partnership  |
        | 17    | proactive    |
        | 28    | proactive    |
        | 29    | accountable  |
        | 32    | accountable  |
        | 33    | reactive     |

    Scenario: The reason is kept
      Given Anna is a gold customer
      And Anna has bought 34 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship is reactive, because "a call after each order would cost more than he brings"

  Rule: A contract or somebody's word lifts by one from there

    Scenario: A lead customer whom somebody of us wants closer
      Given Anna is a lead customer
      And Anna has bought 3 times from the product line "Candles"
      And Anna has the trait "relationship": "closer"
      Then Anna's relationship is accountable, because "closer, as somebody of us said"
