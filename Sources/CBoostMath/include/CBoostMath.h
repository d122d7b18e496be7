#ifndef FORECAST_CBOOSTMATH_H
#define FORECAST_CBOOSTMATH_H

// Distribution and special functions of Boost.Math as plain C functions of doubles.
//
// Shape of every distribution function: parameters first, argument last.
//   _cdf                  P(X <= x)
//   _survival             P(X > x), accurate where it is small
//   _quantile             x with P(X <= x) = probability
//   _complement_quantile  x with P(X > x) = probability
//   _density              dP/dx
//
// No function throws or prints. An argument or parameter outside the domain gives NaN and
// sets errno to EDOM; a result too large for a double gives an infinity and ERANGE.
// Callers that check their arguments first need not look at errno.

#ifdef __cplusplus
#define CBOOSTMATH_NOEXCEPT noexcept
extern "C" {
#else
#define CBOOSTMATH_NOEXCEPT
#endif

// Student's t distribution, degrees_of_freedom > 0.
double boost_student_t_cdf(double degrees_of_freedom, double x) CBOOSTMATH_NOEXCEPT;
double boost_student_t_survival(double degrees_of_freedom, double x) CBOOSTMATH_NOEXCEPT;
double boost_student_t_quantile(double degrees_of_freedom, double probability) CBOOSTMATH_NOEXCEPT;
double boost_student_t_complement_quantile(double degrees_of_freedom, double probability) CBOOSTMATH_NOEXCEPT;
double boost_student_t_density(double degrees_of_freedom, double x) CBOOSTMATH_NOEXCEPT;

// Normal distribution with mean 0 and standard deviation 1.
double boost_normal_cdf(double x) CBOOSTMATH_NOEXCEPT;
double boost_normal_survival(double x) CBOOSTMATH_NOEXCEPT;
double boost_normal_quantile(double probability) CBOOSTMATH_NOEXCEPT;
double boost_normal_complement_quantile(double probability) CBOOSTMATH_NOEXCEPT;
double boost_normal_density(double x) CBOOSTMATH_NOEXCEPT;

// Beta distribution on [0, 1], alpha > 0 and beta > 0; x must lie in [0, 1].
double boost_beta_cdf(double alpha, double beta, double x) CBOOSTMATH_NOEXCEPT;
double boost_beta_survival(double alpha, double beta, double x) CBOOSTMATH_NOEXCEPT;
double boost_beta_quantile(double alpha, double beta, double probability) CBOOSTMATH_NOEXCEPT;
double boost_beta_complement_quantile(double alpha, double beta, double probability) CBOOSTMATH_NOEXCEPT;
double boost_beta_density(double alpha, double beta, double x) CBOOSTMATH_NOEXCEPT;

// First and second derivative of the logarithm of the gamma function.
double boost_digamma(double x) CBOOSTMATH_NOEXCEPT;
double boost_trigamma(double x) CBOOSTMATH_NOEXCEPT;

#ifdef __cplusplus
}
#endif

#endif
