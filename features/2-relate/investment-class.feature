Feature: Investment class
  What is put into a customer against what comes back.
  Rules: rules/2-relate/investment-class.csv

  Rule: Loyal costs below a tenth of what it brings and is among the first fifth

    Scenario Outline: Rank <rank> of 1,000 with <messages> messages
      Given there are 1,000 customers
      And Li Lei ranks <rank> by current value
      And Li Lei wrote to us <messages> times in the last year
      When Li Lei is looked at again
      Then Li Lei's investment class is <class>

      Examples:
        | rank  | messages | class       |
        | 200th | 80       | loyal       |
        | 200th | 81       | repeat      |
        | 201st | 79       | repeat      |
        | 201st | 239      | repeat      |
        | 201st | 240      | ordinary    |
        | 201st | 799      | ordinary    |
        | 201st | 800      | prospective |

  Rule: Much invested and little returned is a prospect

    Scenario: Many calls and no purchase
      Given Li Lei called us 1 time in the last year
      When Li Lei is looked at again
      Then Li Lei's investment class is prospective, because "much invested, little returned"

  Rule: Unknown while there is neither cost nor value

    Scenario: Nobody was ever in contact
      When Li Lei is looked at again
      Then Li Lei's investment class is unknown
