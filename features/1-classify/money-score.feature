Feature: Money score
  How much a customer spent, beside the others: fifths of all customers, 5 spent most.
  Rules: rules/1-classify/money-score.csv

  Rule: The score is the fifth in which a customer stands by the amount spent

    Scenario Outline: The <rank> of 1,000 by spend
      Given there are 1,000 customers
      And Anna ranks <rank> by spend
      When Anna is looked at again
      Then Anna's money score is <score>

      Examples:
        | rank   | score |
        | 1st    | 5     |
        | 200th  | 5     |
        | 201st  | 4     |
        | 400th  | 4     |
        | 401st  | 3     |
        | 600th  | 3     |
        | 601st  | 2     |
        | 800th  | 2     |
        | 801st  | 1     |
        | 1000th | 1     |

  Rule: Below 100 customers nobody has a score

    Scenario: Ninety-nine customers
      Given there are 99 customers
      And Anna ranks 1st by spend
      When Anna is looked at again
      Then Anna's money score is unknown
