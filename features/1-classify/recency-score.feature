Feature: Recency score
  Who bought last is the likeliest to buy next: fifths of all customers, 5 is the latest.
  Rules: rules/1-classify/recency-score.csv

  Rule: The score is the fifth in which a customer stands by his last purchase

    Scenario Outline: The <rank> of 1,000 to have bought
      Given there are 1,000 customers
      And Anna ranks <rank> by recency
      When Anna is looked at again
      Then Anna's recency score is <score>

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
      And Anna ranks 1st by recency
      When Anna is looked at again
      Then Anna's recency score is unknown
