Feature: Relationship lift
  The most valuable customers are one degree closer than their product lines ask for.
  Rules: rules/2-relate/relationship-lift.sentences

  Background:
    Given there are 1,000 customers

  Rule: A diamond or gold customer gets one degree more in every line, if his margin pays for 16 calls

    Scenario Outline: A <tier> customer who bought <times> times in a line with <owners> of 1,000 customers
      Given Anna is a <tier> customer
      And <owners> customers own the product line "Candles", at a margin of 10 %
      And Anna has bought <times> times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is <relationship>

      Examples:
        | tier    | times | owners | relationship |
        | diamond | 3     | 500    | reactive     |
        | gold    | 3     | 500    | reactive     |
        | silver  | 3     | 500    | basic        |
        | gold    | 16    | 200    | accountable  |
        | gold    | 17    | 200    | reactive     |

  Rule: There is nothing above a partnership

    Scenario: A diamond customer of a partnership line
      Given Anna is a diamond customer
      And 20 customers own the product line "Candles", at a margin of 40 %
      And Anna has bought 3 times from the product line "Candles"
      When Anna is looked at again
      Then Anna's relationship for "Candles" is partnership

  Rule: A contract brings one degree more

    Scenario: The contract runs
      Given 500 customers own the product line "Candles", at a margin of 10 %
      And Anna has bought from the product line "Candles"
      And Anna signed a contract on 1 February 2026
      Then Anna's relationship for "Candles" is reactive

    Scenario: The contract has ended
      Given 500 customers own the product line "Candles", at a margin of 10 %
      And Anna has bought from the product line "Candles"
      And Anna signed a contract on 1 February 2026
      And the contract of Anna ended on 20 February 2026
      Then Anna's relationship for "Candles" is basic

  Rule: The contract of a group covers its members, once

    Scenario: A member of a group
      Given 500 customers own the product line "Candles", at a margin of 10 %
      And Anna has bought from the product line "Candles"
      And Anna is linked with "account:acme" as "member-of"
      When Anna is looked at again
      Then Anna's relationship is reactive, because "covered by the contract of account:acme"

    Scenario: A member with a contract of her own
      Given 500 customers own the product line "Candles", at a margin of 10 %
      And Anna has bought from the product line "Candles"
      And Anna is linked with "account:acme" as "member-of"
      And Anna signed a contract on 1 February 2026
      Then Anna's relationship is reactive, because "a contract runs"

  Rule: A person may bring it one degree closer or looser, and the reason is kept

    Scenario Outline: Somebody says: <word>
      Given Anna is a silver customer
      And 200 customers own the product line "Candles", at a margin of 20 %
      And Anna has bought 3 times from the product line "Candles"
      And Anna has the trait "relationship": "<word>"
      Then Anna's relationship is <relationship>, because "<because>"

      Examples:
        | word   | relationship | because                              |
        | closer | proactive    | closer, as somebody of us said       |
        | looser | reactive     | looser, as somebody said             |

  Rule: Several reasons together bring one degree, and all of them are kept

    Scenario: A diamond customer whom somebody of us wants closer
      Given Anna is a diamond customer
      And 500 customers own the product line "Candles", at a margin of 10 %
      And Anna has bought 3 times from the product line "Candles"
      And Anna has the trait "relationship": "closer"
      Then Anna's relationship is reactive, because "a diamond customer (+1); closer, as somebody of us said (+1)"

    Scenario: A diamond customer who is to be kept at a distance
      Given Anna is a diamond customer
      And 500 customers own the product line "Candles", at a margin of 20 %
      And Anna has bought 3 times from the product line "Candles"
      And Anna has the trait "relationship": "looser"
      Then Anna's relationship is reactive, because "a diamond customer (+1); looser, as somebody said (-1)"
