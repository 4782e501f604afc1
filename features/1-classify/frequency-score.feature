Feature: Frequency score
  On how many days a customer bought, beside the others: fifths of all customers, 5 buys most often.
  Rules: rules/1-classify/frequency-score.csv

  Rule: The score is the fifth in which a customer stands by purchase days

    Scenario Outline: The <rank> of 1,000 by purchase days
      Given there are 1,000 customers
      And Anna ranks <rank> by frequency
      When Anna is looked at again
      Then Anna's frequency score is <score>

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
      And Anna ranks 1st by frequency
      When Anna is looked at again
      Then Anna's frequency score is unknown
