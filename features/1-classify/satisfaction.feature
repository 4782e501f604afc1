Feature: Satisfaction
  Experience against expectation, as surveys, reviews and complaints of a year tell it.
  Rules: rules/1-classify/satisfaction.csv

  Background:
    Given it is Sunday 1 March 2026, 09:00 in London

  Rule: Below 40 % the expectation is missed, from 60 % it is met, from 90 % exceeded

    Scenario Outline: Rated us <score>
      Given Anna rated us <score> on 1 February 2026
      Then Anna's satisfaction is <satisfaction>, because "<because>"

      Examples:
        | score | satisfaction | because                     |
        | 39 %  | dissatisfied | below the expectation: 39 % |
        | 40 %  | neutral      | near the expectation: 40 %  |
        | 59 %  | neutral      | near the expectation: 59 %  |
        | 60 %  | satisfied    | as expected: 60 %           |
        | 89 %  | satisfied    | as expected: 89 %           |
        | 90 %  | delighted    | above the expectation: 90 % |

  Rule: A complaint counts like the worst score

    Scenario: Satisfied, and then a complaint
      Given Anna rated us 80 % on 1 February 2026
      When Anna complained by e-mail
      Then Anna's satisfaction is neutral, because "near the expectation: 40 %"

  Rule: What is older than a year counts no more

    @silence
    Scenario: The last day that counts
      Given Anna rated us 80 % on 28 February 2026
      When 363 days pass
      Then Anna's satisfaction is satisfied

    @silence
    Scenario: One day later nobody knows
      Given Anna rated us 80 % on 28 February 2026
      When 364 days pass
      Then Anna's satisfaction is unknown
