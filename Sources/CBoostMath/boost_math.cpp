#include "CBoostMath.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

namespace {

namespace policies = boost::math::policies;

// Without promotion to long double the functions are about seven times faster and still agree
// with the reference tables of the tests. Errors go through errno: no exception may cross
// into Swift. `noexcept` below turns a breach of that rule into a stop at its source.
using Policy = policies::policy<
    policies::promote_double<false>,
    policies::domain_error<policies::errno_on_error>,
    policies::pole_error<policies::errno_on_error>,
    policies::overflow_error<policies::errno_on_error>,
    policies::evaluation_error<policies::errno_on_error>,
    policies::rounding_error<policies::errno_on_error>,
    policies::indeterminate_result_error<policies::errno_on_error>>;

using StudentT = boost::math::students_t_distribution<double, Policy>;
using Normal = boost::math::normal_distribution<double, Policy>;
using Beta = boost::math::beta_distribution<double, Policy>;

using boost::math::cdf;
using boost::math::complement;
using boost::math::pdf;
using boost::math::quantile;

}  // namespace

extern "C" {

double boost_student_t_cdf(double degrees_of_freedom, double x) noexcept {
  return cdf(StudentT(degrees_of_freedom), x);
}

double boost_student_t_survival(double degrees_of_freedom, double x) noexcept {
  return cdf(complement(StudentT(degrees_of_freedom), x));
}

double boost_student_t_quantile(double degrees_of_freedom, double probability) noexcept {
  return quantile(StudentT(degrees_of_freedom), probability);
}

double boost_student_t_complement_quantile(double degrees_of_freedom, double probability) noexcept {
  return quantile(complement(StudentT(degrees_of_freedom), probability));
}

double boost_student_t_density(double degrees_of_freedom, double x) noexcept {
  return pdf(StudentT(degrees_of_freedom), x);
}

double boost_normal_cdf(double x) noexcept { return cdf(Normal(), x); }

double boost_normal_survival(double x) noexcept { return cdf(complement(Normal(), x)); }

double boost_normal_quantile(double probability) noexcept {
  return quantile(Normal(), probability);
}

double boost_normal_complement_quantile(double probability) noexcept {
  return quantile(complement(Normal(), probability));
}

double boost_normal_density(double x) noexcept { return pdf(Normal(), x); }

double boost_beta_cdf(double alpha, double beta, double x) noexcept {
  return cdf(Beta(alpha, beta), x);
}

double boost_beta_survival(double alpha, double beta, double x) noexcept {
  return cdf(complement(Beta(alpha, beta), x));
}

double boost_beta_quantile(double alpha, double beta, double probability) noexcept {
  return quantile(Beta(alpha, beta), probability);
}

double boost_beta_complement_quantile(double alpha, double beta, double probability) noexcept {
  return quantile(complement(Beta(alpha, beta), probability));
}

double boost_beta_density(double alpha, double beta, double x) noexcept {
  return pdf(Beta(alpha, beta), x);
}

double boost_digamma(double x) noexcept { return boost::math::digamma(x, Policy()); }

double boost_trigamma(double x) noexcept { return boost::math::trigamma(x, Policy()); }

}  // extern "C"
