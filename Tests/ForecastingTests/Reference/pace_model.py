"""Independent reference implementation of the forecast `pace` ("Forecast of a share" in methods.md).

Written from docs/methods.md and the `estimates`, `settings`, `shapes` of pace_library.json alone, before any look at the program.
Dense matrices, no tricks.  Needs numpy and scipy.

How to run (writes pace_series.csv, pace_panel.csv, pace_panel_expected.csv, track.csv beside this file):

    python3 pace_model.py                 # write the files, self-checks, summary
    python3 pace_model.py --sensitivity   # the same, and what each other reading of the text would change (3 min)
    python3 pace_model.py --set u_in_S=third --suffix _third    # the files under another reading, other names

CHOICE holds the readings chosen where the text allows more than one (see AMBIGUITIES.md).
"""
import csv
import json
import os
import sys

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import digamma, polygamma
from scipy.stats import t as student

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "pace_library.json")) as _f:
    _lib = json.load(_f)
SET = _lib["settings"]
SHAPES = _lib["shapes"]
KNOTS = np.array(_lib["estimates"]["knots"], float)
PACES = np.array(_lib["estimates"]["paces"], float)
PANEL_WIDTH = _lib["estimates"]["panelWidth"]
LONE_WIDTH = _lib["estimates"]["loneWidth"]
PI0 = np.array([s["weight"] for s in SHAPES])
H = 6

CHOICE = {
    "u_in_S": "third",               # or "refreshed": u of the third iteration stays in diag(k(1/u-1))
    "members": "with_changes",       # or "all": f-bar also over places that have no change
    "lag": "years",                  # or "index": |i-j| of panel changes counted in positions, not years
    "curve_counts": "others",        # or "all": sum n, T_y of deff in step 5
    "window": "calendar",            # or "distinct": the last 12 years that have a change
    "direction_variance": "fixed",   # 0.09, or "T0": T0^2 (0.25 where undeclared)
    "median": "mean_of_middle",      # or "lower"/"upper" for an even count (p > 2)
    "path": "clamped",               # or "free": the level of the path not held to 0..100
}


# ---------------------------------------------------------------- angular scale

def to_z(percent):
    p = np.clip(percent, 0.0, 100.0)
    return 200.0 / np.pi * np.arcsin(np.sqrt(p / 100.0))


def to_percent(z):
    z = np.clip(z, 0.0, 100.0)
    return 100.0 * np.sin(np.pi * z / 200.0) ** 2


def hat(z):
    """Hat functions of the knots at z: a vector of 8 with sum 1."""
    z = min(max(float(z), 0.0), 100.0)
    return np.array([np.interp(z, KNOTS, row) for row in np.eye(len(KNOTS))])


def curve(u):
    return float(hat(u) @ PACES)


def g_of(z, up, down):
    return up * curve(z) - down * curve(100.0 - z)


def median(x):
    x = np.sort(np.asarray(x, float))
    n = len(x)
    if n % 2 == 1 or n == 2 or CHOICE["median"] == "mean_of_middle":
        return float(np.median(x))
    return float(x[n // 2 - 1] if CHOICE["median"] == "lower" else x[n // 2])


# ---------------------------------------------------------------- prior

def scale_prior(L, V):
    """nu0, s0^2 from mean and variance of log s^2."""
    half = brentq(lambda x: polygamma(1, x) - V, 1e-6, 1e8, xtol=1e-15, rtol=1e-15, maxiter=500)
    nu0 = 2.0 * half
    return nu0, float(np.exp(L + digamma(half) - np.log(half)))


def pace_sd_of(direction, pace_sd=None):
    if pace_sd is not None:
        return pace_sd
    return SET["undeclaredPaceSD"] if direction == "unknown" else SET["paceSD"]


def lone_prior(direction, pace_sd=None):
    nu0, s02 = scale_prior(SET["logVarianceMean"], SET["withinSetVariance"] + SET["betweenSetVariance"])
    return dict(up=1.0 if direction == "up" else 0.0, down=1.0 if direction == "down" else 0.0,
                m=0.0, vm=pace_sd_of(direction, pace_sd) ** 2, nu0=nu0, s02=s02,
                pi=PI0.copy(), f=np.zeros(len(KNOTS)))


def shape_matrix(shape, years):
    """V_ij for changes that end in the given years."""
    years = np.asarray(years, float)
    lag = np.abs(years[:, None] - years[None, :])
    same = (lag == 0).astype(float)
    next_ = (lag == 1).astype(float)
    rest = 1.0 - shape["noise"] - shape["slope"] - shape["drift"]
    return (rest * same + shape["slope"] + shape["drift"] * shape["persistence"] ** lag
            + shape["noise"] * (same - 0.5 * next_))


# ---------------------------------------------------------------- panel

def sums_of_squares(x):
    """x: dict place -> array. SS_j about the own mean, and med."""
    ss = {j: float(np.sum((v - v.mean()) ** 2)) for j, v in x.items()}
    ratios = [ss[j] / (len(v) - 1) for j, v in x.items() if len(v) >= 2]
    med = max(float(np.median(ratios)), SET["scaleFloor"] ** 2) if ratios else float(np.exp(SET["logVarianceMean"]))
    k = SET["robustness"]
    q = {j: (k * med + ss[j]) / (k + len(v) - 1) for j, v in x.items()}
    return q, med


def huber(x, q):
    """Weights and Huber mean of x (dict place -> array) with variances q."""
    w = {j: np.full(len(v), 1.0 / q[j]) for j, v in x.items()}

    def mean():
        return sum(float(w[j] @ x[j]) for j in x) / sum(float(w[j].sum()) for j in x)

    for _ in range(2):
        M = mean()
        for j, v in x.items():
            d = np.abs(v - M)
            ratio = np.full(len(v), 1.0)
            far = d > 0
            ratio[far] = np.minimum(1.0, SET["huber"] * np.sqrt(q[j]) / d[far])
            w[j] = ratio / q[j]
    return w, mean()


def panel_changes(panel, origin):
    """panel: dict place -> sorted list of (year, percent). Changes between consecutive years, last 12 years."""
    last = SET["panelYears"]
    raw = {}
    for j, rows in panel.items():
        rows = [r for r in rows if r[0] <= origin]
        raw[j] = [(b[0], to_z(a[1]), to_z(b[1]) - to_z(a[1])) for a, b in zip(rows, rows[1:]) if b[0] - a[0] == 1]
    if CHOICE["window"] == "calendar":
        keep = set(range(origin - last + 1, origin + 1))
    else:
        keep = set(sorted({c[0] for v in raw.values() for c in v})[-last:])
    out = {}
    for j, v in raw.items():
        v = [c for c in v if c[0] in keep]
        if v:
            out[j] = tuple(np.array(col, float) for col in zip(*v))      # end years, z at the start, D
    return out


def panel_priors(panel, direction, origin, pace_sd=None):
    """The prior of every place of the panel, from the changes of the others."""
    changes = panel_changes(panel, origin)
    members = list(changes)
    if not members:
        return {j: lone_prior(direction, pace_sd) for j in panel}
    T0sq = pace_sd_of(direction, pace_sd) ** 2
    shock = SET["commonShock"]
    end = {j: changes[j][0] for j in members}
    z = {j: changes[j][1] for j in members}
    D = {j: changes[j][2] for j in members}
    n = {j: len(D[j]) for j in members}

    def counts(places):
        return sum(n[j] for j in places), len({y for j in places for y in end[j]})

    # 1. direction
    qD, medD = sums_of_squares(D)
    _, m_plus = huber({j: D[j] - np.array([curve(v) for v in z[j]]) for j in members}, qD)
    _, m_minus = huber({j: D[j] + np.array([curve(100.0 - v) for v in z[j]]) for j in members}, qD)
    prior = {"up": SET["declaredDirection"], "down": 1.0 - SET["declaredDirection"], "unknown": 0.5}[direction]
    n_all, y_all = counts(members)
    base_var = SET["paceSD"] ** 2 if CHOICE["direction_variance"] == "fixed" else T0sq
    logit = np.log(prior / (1.0 - prior)) + (m_minus ** 2 - m_plus ** 2) / (
        2.0 * (base_var + medD * (shock / y_all + 1.0 / n_all)))
    up = float(1.0 / (1.0 + np.exp(-logit)))
    down = 1.0 - up

    # 2. what the curve leaves
    X = {j: D[j] - np.array([g_of(v, up, down) for v in z[j]]) for j in members}
    qX, medX = sums_of_squares(X)
    w, M = huber(X, qX)

    # 3. scale, pieces of each place
    e, omega, psi1 = {}, {}, {}
    for j in members:
        s2 = float(np.sum((X[j] - M) ** 2)) / n[j] + SET["scaleFloor"] ** 2
        f = max(0.8 * n[j], 0.5)
        e[j] = np.log(s2) - digamma(f / 2) + np.log(f / 2)
        psi1[j] = float(polygamma(1, f / 2))
        omega[j] = 1.0 / (SET["withinSetVariance"] + psi1[j])

    result = {}
    I, D1 = np.eye(len(KNOTS)), np.diff(np.eye(len(KNOTS)), axis=0)
    for i in panel:
        others = [j for j in members if j != i]
        N = len(others)
        if N == 0:
            result[i] = lone_prior(direction, pace_sd)
            result[i]["alone"] = True
            continue
        om = np.array([omega[j] for j in others])
        ee = np.array([e[j] for j in others])
        ps = np.array([psi1[j] for j in others])
        ebar = om @ ee / om.sum()
        factor = N / (N - 1) if N > 1 else 1.0
        Vhat = (om @ ee ** 2 / om.sum() - ebar ** 2) * factor - om @ ps / om.sum()
        Vw = max((10 * SET["withinSetVariance"] + (N - 1) * Vhat) / (10 + N - 1), 0.05)
        vs = SET["betweenSetVariance"]
        a = vs / (vs + 1.0 / om.sum() + 0.05)
        nu0, s02 = scale_prior(a * ebar + (1 - a) * SET["logVarianceMean"], Vw + (1 - a) * vs)

        # 4. pace
        sum_n, T_y = counts(others)
        m_hat = sum(float(w[j] @ X[j]) for j in others) / sum(float(w[j].sum()) for j in others)
        v = s02 * (shock / T_y + 1.0 / sum_n)
        b = T0sq / (T0sq + v)
        m = b * m_hat

        # 5. pace by level
        A, r = np.zeros((8, 8)), np.zeros(8)
        for j in others:
            for zz, ww, xx in zip(z[j], w[j], X[j]):
                hz = hat(zz)
                A += ww * np.outer(hz, hz)
                r += ww * hz * xx
        r = r - m * (A @ np.ones(8))
        cn, cy = (sum_n, T_y) if CHOICE["curve_counts"] == "others" else (n_all, y_all)
        deff = 1.0 + shock * max(cn / cy, 1.0)
        f = np.linalg.solve(A / deff + I / SET["panelCurveSD"] ** 2 + D1.T @ D1, r / deff)
        result[i] = dict(up=up, down=down, m=m, vm=b * v, nu0=nu0, s02=s02, f=f, alone=False,
                         M=M, med=medX, m_hat=m_hat, N=N, sum_n=sum_n, T_y=T_y)

    # 6. shapes
    who = members if CHOICE["members"] == "with_changes" else list(panel)
    f_bar = np.mean([result[j]["f"] for j in who], axis=0)
    ell = {}
    for j in members:
        E = X[j] - M - np.array([hat(v) @ f_bar for v in z[j]])
        times = end[j] if CHOICE["lag"] == "years" else np.arange(n[j])
        nu0, s02 = result[j]["nu0"], result[j]["s02"]
        row = []
        for shape in SHAPES:
            V = shape_matrix(shape, times)
            row.append(-0.5 * np.linalg.slogdet(V)[1]
                       - 0.5 * (nu0 + n[j]) * np.log1p(E @ np.linalg.solve(V, E) / (nu0 * s02)))
        ell[j] = np.array(row)
    for i in panel:
        if result[i]["alone"]:
            continue
        total = SET["shapeTemper"] * sum(ell[j] for j in members if j != i) + np.log(PI0)
        pi = np.exp(total - total.max())
        result[i]["pi"] = pi / pi.sum()
    return result


# ---------------------------------------------------------------- one series

def forecast(years, percents, prior, broken=(), bases=None, revision=0.0, break_columns=False, rebuilding=None):
    """mu_1..H, S_1..H (before the widths) and the shape weights after the data.

    break_columns=True keeps the broken steps and gives each a column with a huge variance (for the self-check only).
    """
    used = 15
    offset = max(len(years) - used, 0)
    years, percents = [int(y) for y in years[offset:]], np.array(percents[offset:], float)
    broken = {b - offset for b in broken if b >= offset}
    bases = None if bases is None else bases[offset:]
    z = to_z(percents)
    n = len(z)
    nu0, s02, m, vm = prior["nu0"], prior["s02"], prior["m"], prior["vm"]

    def G(level):
        return g_of(level, prior["up"], prior["down"]) + float(hat(level) @ prior["f"])

    steps = [j for j in range(n - 1) if j not in broken]
    p = len(steps)

    def change(j):
        k = years[j + 1] - years[j]
        return z[j + 1] - z[j] - sum(G(z[j] + (z[j + 1] - z[j]) * s / k) for s in range(k))

    k = np.array([years[j + 1] - years[j] for j in steps], float)
    D = np.array([change(j) for j in steps])

    # robust weights, recent scale
    u, sigma2, rho = np.ones(p), s02, 1.0
    if p >= 2:
        Dbar = D.sum() / k.sum()
        sigma2 = (nu0 * s02 + np.sum((D - Dbar * k) ** 2 / k)) / (nu0 + p - 1)
        t2 = 0.15 * sigma2 + vm
        beta = t2 / (t2 + sigma2 / p)
        C = beta * median(D / k) + (1 - beta) * m
        R = SET["robustness"]
        for _ in range(3):
            e2 = (D - C * k) ** 2 / k
            u = 1.0 / (1.0 + e2 / (R * sigma2))
            sigma2 = (nu0 * s02 + np.sum(u * e2)) / (nu0 + p)
            beta = t2 / (t2 + sigma2 / u.sum())
            C = beta * np.sum(u * D / k) / u.sum() + (1 - beta) * m
        e2 = (D - C * k) ** 2 / k
        u_last = 1.0 / (1.0 + e2 / (R * sigma2))
        alpha = np.array([SET["recency"] ** (years[-1] - years[j + 1]) for j in steps])
        rho = ((nu0 * s02 + np.sum(alpha * u_last * e2)) / (nu0 + np.sum(alpha * u_last))
               / ((nu0 * s02 + np.sum(u_last * e2)) / (nu0 + np.sum(u_last))))
        if CHOICE["u_in_S"] == "refreshed":
            u = u_last

    # noise of single figures
    o = np.zeros(n)
    if bases is not None:
        o = SET["unitTurnover"] * (100.0 / np.pi) ** 2 / np.array(bases, float)
    o_next = o[-1]
    if revision > 0:
        o[-1] += ((to_z(percents[-1] + revision) - to_z(percents[-1] - revision)) / 2.0) ** 2
    if rebuilding is not None:                                       # deviations of figures put together from split units
        r_sd = np.array(rebuilding[offset:], float)
        o = o + ((to_z(percents + r_sd) - to_z(percents - r_sd)) / 2.0) ** 2

    extra = np.zeros(p)
    if break_columns:                                                # self-check: keep every step
        kept = {j: i for i, j in enumerate(steps)}
        u = np.array([u[kept[j]] if j in kept else 1.0 for j in range(n - 1)])
        extra = np.array([0.0 if j in kept else 1e9 for j in range(n - 1)])
        steps = list(range(n - 1))
        k = np.array([years[j + 1] - years[j] for j in steps], float)
        D = np.array([change(j) for j in steps])
    P = len(steps)
    E = D - m * k

    Nn = np.zeros((P, P))
    for a, i in enumerate(steps):
        for b, j in enumerate(steps):
            if i == j:
                Nn[a, b] = o[i] + o[i + 1]
            elif abs(i - j) == 1:
                Nn[a, b] = -o[max(i, j)]
    is_last = np.array([1.0 if j == n - 2 else 0.0 for j in steps])

    # years into steps
    past = list(range(years[0] + 1, years[-1] + 1))
    coming = list(range(years[-1] + 1, years[-1] + H + 1))
    B = np.array([[1.0 if years[j] < y <= years[j + 1] else 0.0 for y in past] for j in steps]).reshape(P, len(past))

    # path
    path, level, total = [], z[-1], 0.0
    for _ in range(H):
        step = G(level)
        total += step
        path.append(total)
        level = level + step + m
        if CHOICE["path"] == "clamped":
            level = min(max(level, 0.0), 100.0)

    mu, var, ell = np.zeros((8, H)), np.zeros((8, H)), np.zeros(8)
    for s, shape in enumerate(SHAPES):
        V = shape_matrix(shape, past + coming)
        Vpp, Vpc, Vcc = V[:len(past), :len(past)], V[:len(past), len(past):], V[len(past):, len(past):]
        S = B @ Vpp @ B.T + vm / sigma2 * np.outer(k, k) + np.diag(k * (1.0 / u - 1.0) + extra) + Nn / sigma2
        quad_form = E @ np.linalg.solve(S, E) if P else 0.0
        logdet = np.linalg.slogdet(S)[1] if P else 0.0
        s2 = (nu0 * s02 + quad_form) / (nu0 + p)
        ell[s] = -0.5 * logdet - 0.5 * (nu0 + p) * np.log1p(quad_form / (nu0 * s02))
        for h in range(1, H + 1):
            one = np.array([1.0] * h + [0.0] * (H - h))
            c = B @ Vpc @ one + vm / sigma2 * k * h - o[-1] / sigma2 * is_last
            a = one @ Vcc @ one + vm / sigma2 * h * h + (o[-1] + o_next) / sigma2
            gain = np.linalg.solve(S, c) if P else np.zeros(0)
            mu[s, h - 1] = z[-1] + path[h - 1] + m * h + gain @ E
            var[s, h - 1] = s2 * rho ** (SET["recencyFade"] ** (h - 1)) * (a - c @ gain)
    logw = np.log(prior["pi"] + 1e-12) + ell
    w = np.exp(logw - logw.max())
    w /= w.sum()
    mean = w @ mu
    scale = np.sqrt(w @ (var + (mu - mean) ** 2) + 1e-12)
    return mean, scale, w


# ---------------------------------------------------------------- widths

T2_90 = student.ppf(0.9, 2)


def c_of(nu):
    return T2_90 / student.ppf(0.9, nu)


GRID_G = np.arange(-9, 10) / 10.0
GRID_NU = np.array([1.5, 2, 3, 4, 6, 10, 30])
PRIOR_NU = np.array([1, 3, 3, 2, 1, 0.5, 0.25])


def widths(kappa, record=None):
    """factor kappa*g*c_nu and nu for h = 1..H.  record: list of (h, r/(kappa*S)) of the others."""
    if not record:
        nu = SET["tailDegreesOfFreedom"]
        return np.full(H, kappa * c_of(nu)), np.full(H, float(nu))
    by_h = np.zeros((H, len(GRID_G), len(GRID_NU)))
    for hh, ratio in record:
        for a, lg in enumerate(GRID_G):
            for b, nu in enumerate(GRID_NU):
                sc = np.exp(lg) * c_of(nu)
                by_h[hh - 1, a, b] += student.logpdf(ratio / sc, nu) - np.log(sc)
    factor, nus = np.zeros(H), np.zeros(H)
    for h in range(1, H + 1):
        post = -0.5 * (GRID_G[:, None] / 0.3) ** 2 + np.log(PRIOR_NU)[None, :]
        post = post + 0.2 * sum(0.8 ** abs(h - hh) * by_h[hh - 1] for hh in range(1, H + 1))
        post = np.exp(post - post.max())
        post /= post.sum()
        lg = float(np.sum(post * GRID_G[:, None]))
        nu = float(np.exp(np.sum(post * np.log(GRID_NU)[None, :])))
        factor[h - 1], nus[h - 1] = kappa * np.exp(lg) * c_of(nu), nu
    return factor, nus


def chance(T, mu, scale, nu):
    """P(share >= T)."""
    if T > 100:
        return 0.0
    if T <= 0:
        return 1.0
    return float(student.sf((to_z(T) - mu) / scale, nu))


def quantile(q, mu, scale, nu):
    return float(to_percent(mu + scale * student.ppf(q, nu)))


def chance_by_integral(T, mu, scale, nu):
    """The same by brute force: the t density on the angular scale over all z whose share is >= T."""
    if T > 100:
        return 0.0
    edge = brentq(lambda zz: 100.0 * np.sin(np.pi * zz / 200.0) ** 2 - T, 0.0, 100.0, xtol=1e-14) if T < 100 else 100.0
    dens = lambda zz: student.pdf((zz - mu) / scale, nu) / scale

    def piece(lo, hi):
        """Split at multiples of the scale about mu; the far tail through x = 1/y."""
        cuts = [mu + scale * d for d in (-1000, -100, -30, -10, -3, -1, 0, 1, 3, 10, 30, 100, 1000)]
        cuts = [lo] + [c for c in cuts if lo < c < hi] + [hi]
        return sum(quad(dens, a, b, epsabs=1e-13, epsrel=1e-12, limit=400)[0] for a, b in zip(cuts, cuts[1:]))

    far = max(100.0, mu + 1000 * scale)
    tail = quad(lambda y: dens(mu + scale / y) * scale / y ** 2, 0.0, scale / (far - mu), epsabs=1e-13, limit=400)[0]
    return piece(edge, 100.0) + piece(100.0, far) + tail


# ---------------------------------------------------------------- test cases

def r(x):
    return repr(float(x))


def walk(rng, years, kind):
    """A realistic series of percents."""
    z = rng.uniform(15, 85)
    slope, sd = rng.normal(0.6, 0.8), np.exp(rng.normal(0.3, 0.5))
    noise = rng.choice([0.0, 0.8])
    out, prev = [], years[0]
    jump_at = int(rng.integers(1, max(len(years), 2)))
    for i, y in enumerate(years):
        for _ in range(y - prev):
            z += slope + sd * rng.normal()
        if kind == "jump" and i == jump_at:
            z += rng.choice([-1, 1]) * rng.uniform(12, 25)
        z = min(max(z, 0.5), 99.5)
        prev = y
        out.append(float(to_percent(z + noise * rng.normal())))
    if kind == "flat":
        out = [out[0]] * len(years)
    elif kind == "zero":
        out = [0.0] * len(years)
    elif kind == "hundred":
        out = [100.0] * len(years)
    elif kind == "from_zero":
        half = len(years) // 2
        out = [0.0] * half + [float(v) * 0.1 for v in out[half:]]
    elif kind == "to_hundred":
        half = len(years) // 2
        out = [min(90 + v * 0.1, 100.0) for v in out[:half]] + [100.0] * (len(years) - half)
    elif kind == "last_flat":
        out[-3:] = [out[-1]] * len(out[-3:])
    return [round(v, 2) for v in out]


def series_cases(rng):
    kinds = ["walk"] * 4 + ["flat", "zero", "hundred", "jump", "from_zero", "to_hundred", "last_flat", "jump"]
    lengths = [1, 2, 3, 1, 4, 5, 6, 2, 3, 8, 9, 15, 12, 1, 2, 3, 15, 7, 10, 11]
    for i in range(50):
        n = lengths[i] if i < len(lengths) else int(rng.integers(1, 16))
        kind = kinds[i % len(kinds)] if i not in (6, 16) else "walk"
        gaps = [int(rng.choice([1, 1, 1, 2, 3, 5])) if i % 3 == 1 else 1 for _ in range(n - 1)]
        first = int(rng.integers(2000, 2012))
        years = [first + int(sum(gaps[:j])) for j in range(n)]
        percents = walk(rng, years, kind)
        broken = []
        if n >= 2 and i % 4 == 3:
            broken = sorted({int(b) for b in rng.integers(0, n - 1, size=1 + (n > 6))})
        if i == 7:
            broken = [0]                              # n = 2 and its only step broken: p = 0
        if i == 19:
            broken = [n - 2]                          # the last step broken
        if i == 31:
            broken = sorted(set(broken) | {n - 2}) if n >= 2 else []
        bases = None
        if i % 5 in (2, 4):
            level = np.exp(rng.uniform(np.log(20), np.log(30000)))
            bases = [int(np.clip(level * np.exp(rng.normal(0, 0.15)), 20, 30000)) for _ in range(n)]
        direction = ["up", "down", "unknown", "up"][int(rng.integers(0, 4))]
        revision = 1.17 if i % 3 == 0 else 0.0
        pace_sd = 2.0 if i % 7 == 5 else None
        yield i, years, percents, broken, bases, direction, revision, pace_sd


def panel_cases(rng):
    sizes = [2, 3, 4, 6, 8, 10, 15, 20, 25, 30, 40, 12]
    spans = [6, 2, 18, 10, 4, 16, 12, 18, 8, 14, 18, 7]
    directions = ["up", "up", "unknown", "down", "unknown", "up", "down", "unknown", "up", "down", "up", "unknown"]
    for i in range(12):
        span, first = spans[i], int(rng.integers(2003, 2008))
        years = list(range(first, first + span))
        sign = {"up": 1, "down": -1, "unknown": [-1, 1][i % 2]}[directions[i]]
        if i == 8:
            sign = -1                                  # declared up, but the data go down
        common = rng.normal(0, 0.3, size=span)
        panel = {}
        for j in range(sizes[i]):
            z = rng.uniform(10, 90)
            sd = np.exp(rng.normal(0.4, 0.6))
            slope = sign * abs(rng.normal(0.6, 0.4))
            if i == 9:                                 # many end near 0: the path meets the floor
                z, slope = rng.uniform(5, 40), -abs(rng.normal(2.0, 0.5))
            rows = []
            for y in range(span):
                z = min(max(z + slope + common[y] + sd * rng.normal() * (rng.random() > 0.03 or 5), 0.0), 100.0)
                rows.append((years[y], round(float(to_percent(z)), 2)))
            if i not in (0, 1):                        # gaps, late starts, early ends, single figures
                if rng.random() < 0.6:
                    rows = [x for x in rows if rng.random() > 0.15]
                if rng.random() < 0.2:
                    rows = rows[int(rng.integers(0, span // 2)):]
                if rng.random() < 0.1:
                    rows = rows[:max(len(rows) - 2, 1)]
                if j == 3 and i in (3, 6, 9):
                    rows = rows[-1:]                   # one figure: no change
                if j == 2 and i in (4, 7):
                    rows = [(y, 42.5) for y, _ in rows]
                if j == 1 and i in (5, 10):
                    rows = [(y, 0.0) for y, _ in rows]
                if j == 2 and i == 10:
                    rows = [(y, 100.0) for y, _ in rows]
                if j == 5 and i == 11:
                    rows = rows[-3::2]                 # two figures two years apart: no consecutive years
            if i == 7:                                 # a year nobody has: the 12 years of changes have a hole
                rows = [x for x in rows if x[0] != years[10]]
            if not rows:
                rows = [(years[-1], round(float(to_percent(z)), 2))]
            panel[j] = rows
        # the origin is the last year of the panel; place 0 always has it
        if panel[0][-1][0] != years[-1]:
            panel[0].append((years[-1], panel[0][-1][1]))
        yield i, directions[i], panel


def track_cases(rng):
    yield 0, [(1, 0.7)]
    yield 1, [(h, float(x)) for h in range(1, 7) for x in rng.standard_t(2, size=8 - h)]
    yield 2, [(h, float(x)) for h in range(1, 7) for x in 0.6 * rng.normal(size=40)]
    yield 3, [(h, float(x)) for h in range(1, 7) for x in 1.8 * rng.standard_t(1.5, size=60)]
    yield 4, [(h, float(x)) for h in (2, 3) for x in 1.2 * rng.standard_t(4, size=25)] + [(6, -4.0), (6, 0.0)]


# ---------------------------------------------------------------- main

def table(write=True):
    """Compute all cases (seeded); write the files when asked. Returns a dict of numbers and the summary figures."""
    rng = np.random.default_rng(20260101)
    numbers, info = {}, dict(worst=0.0, checked=0, break_worst=0.0, cond=0)
    rows = []
    for i, years, percents, broken, bases, direction, revision, pace_sd in series_cases(rng):
        prior = lone_prior(direction, pace_sd)
        mu, S, w = forecast(years, percents, prior, broken, bases, revision)
        numbers[("series", i)] = np.concatenate([mu, S, w])
        factor, nu = widths(LONE_WIDTH)
        T = percents[-1] + 2
        row = [i, " ".join(map(str, years)), " ".join(r(v) for v in percents), " ".join(map(str, broken)),
               "" if bases is None else " ".join(map(str, bases)), direction, r(revision),
               "" if pace_sd is None else r(pace_sd)]
        for h in range(H):
            sc = factor[h] * S[h]
            ch = chance(T, mu[h], sc, nu[h])
            row += [r(mu[h]), r(S[h]), r(factor[h]), r(nu[h])]
            row += [r(quantile(q, mu[h], sc, nu[h])) for q in (0.1, 0.5, 0.9)] + [r(ch)]
            if write:
                info["worst"] = max(info["worst"], abs(ch - chance_by_integral(T, mu[h], sc, nu[h])))
                info["checked"] += 1
        row += [r(v) for v in w]
        rows.append(row)
        if write and broken:
            mu2, S2, w2 = forecast(years, percents, prior, broken, bases, revision, break_columns=True)
            info["break_worst"] = max(info["break_worst"], np.max(np.abs(mu - mu2)), np.max(np.abs(S - S2)),
                                      np.max(np.abs(w - w2)))
    if write:
        head = ["id", "years", "percents", "broken", "bases", "direction", "revision", "pace_sd"]
        for h in range(1, H + 1):
            head += [f"{c}_{h}" for c in ("mu", "S", "factor", "nu", "q10", "q50", "q90", "p")]
        save("pace_series.csv", head + [f"w_{k}" for k in range(1, 9)], rows)

    long, rows = [], []
    for i, direction, panel in panel_cases(rng):
        origin = max(x[0] for v in panel.values() for x in v)
        long += [[i, direction, j, y, r(v)] for j, rs in panel.items() for y, v in rs]
        priors = panel_priors(panel, direction, origin)
        places = sorted(panel)
        if len(places) > 6:                            # the first two, the two with fewest figures, two by chance
            few = sorted(places, key=lambda j: (len(panel[j]), j))[:2]
            rest = [j for j in places[2:] if j not in few]
            places = sorted(set(places[:2]) | set(few) | {int(x) for x in rng.choice(rest, 2, replace=False)})
        for j in places:
            q = priors[j]
            ys, ps = [x[0] for x in panel[j][-8:]], [x[1] for x in panel[j][-8:]]
            mu, S, w = forecast(ys, ps, q)
            numbers[("panel", i, j)] = np.concatenate([[q["up"], q["m"], q["vm"], q["nu0"], q["s02"]], q["pi"], q["f"], mu, S, w])
            factor, nu = widths(LONE_WIDTH if q["alone"] else PANEL_WIDTH)
            info["alone"] = info.get("alone", 0) + q["alone"]
            row = [i, j, r(q["up"]), r(q["m"]), r(q["vm"]), r(q["nu0"]), r(q["s02"])]
            row += [r(v) for v in q["pi"]] + [r(v) for v in q["f"]]
            for h in range(H):
                row += [r(mu[h]), r(S[h])]
            row += [r(factor[h] * S[h]) for h in range(H)] + [r(v) for v in w]
            row += [r(q.get(key, np.nan)) for key in ("M", "med", "m_hat")] + [q["N"], q["sum_n"], q["T_y"]]
            rows.append(row)
            if write:
                for h in range(H):
                    T = ps[-1] + 2
                    sc = factor[h] * S[h]
                    info["worst"] = max(info["worst"], abs(chance(T, mu[h], sc, nu[h]) - chance_by_integral(T, mu[h], sc, nu[h])))
                    info["checked"] += 1
    if write:
        save("pace_panel.csv", ["panel", "direction", "place", "year", "percent"], long)
        head = ["panel", "place", "up", "m", "v_m", "nu0", "s0sq"] + [f"pi_{k}" for k in range(1, 9)]
        head += [f"f_{k}" for k in range(1, 9)] + [f"{c}_{h}" for h in range(1, H + 1) for c in ("mu", "S")]
        head += [f"scale_{h}" for h in range(1, H + 1)] + [f"w_{k}" for k in range(1, 9)]
        save("pace_panel_expected.csv", head + ["M", "med", "m_hat", "N", "sum_n", "T_y"], rows)

    rows = []
    for i, record in track_cases(rng):
        factor, nu = widths(PANEL_WIDTH, record)
        rows.append([i, " ".join(f"{h}:{r(x)}" for h, x in record)] + [r(v) for v in factor] + [r(v) for v in nu])
    if write:
        save("pace_track.csv", ["id", "ratios"] + [f"factor_{h}" for h in range(1, 7)] + [f"nu_{h}" for h in range(1, 7)], rows)
    info["rows"] = rows
    return numbers, info


def save(name, head, rows):
    name = name.replace(".csv", SUFFIX + ".csv")
    with open(os.path.join(HERE, name), "w", newline="") as f:
        wr = csv.writer(f, lineterminator="\n")
        wr.writerow(head)
        for row in rows:
            assert len(row) == len(head), (name, len(row), len(head))
            assert not any(v in ("nan", "inf", "-inf") for v in map(str, row)), (name, row)
            wr.writerow(row)
    print(f"{name}: {len(rows)} rows, {len(head)} columns")


SUFFIX = ""

if __name__ == "__main__":
    for flag, value in zip(sys.argv, sys.argv[1:]):
        if flag == "--set":
            CHOICE[value.split("=")[0]] = value.split("=")[1]
        if flag == "--suffix":
            SUFFIX = value
    base, info = table()
    lone = lone_prior("up")
    print("lone prior: nu0 %.15g  s0sq %.15g" % (lone["nu0"], lone["s02"]))
    print("P(share>=T), formula against integral: %d checked, worst difference %.2e" % (info["checked"], info["worst"]))
    print("declared break, step left out against its own column: worst difference %.2e" % info["break_worst"])
    print("places of panels without any other:", info["alone"])
    assert info["worst"] < 1e-9
    if "--sensitivity" in sys.argv:
        other = {"u_in_S": ["third"], "members": ["all"], "lag": ["index"], "curve_counts": ["all"],
                 "window": ["distinct"], "direction_variance": ["T0"], "median": ["lower", "upper"], "path": ["free"]}
        print("\nother readings: rows that change, largest change of mu or S (angular points), row")
        for key, values in other.items():
            for value in values:
                kept, CHOICE[key] = CHOICE[key], value
                alt, _ = table(write=False)
                CHOICE[key] = kept
                d = {c: np.max(np.abs(base[c] - alt[c])) for c in base}
                def ms(c):
                    x = np.abs(base[c] - alt[c])
                    return x[:12].max() if c[0] == "series" else x[21:33].max()
                worst = max(base, key=ms)
                print("  %-20s %-10s series %3d  panel %3d   %.3g at %s" % (
                    key, value, sum(d[c] > 1e-12 for c in d if c[0] == "series"),
                    sum(d[c] > 1e-12 for c in d if c[0] == "panel"), ms(worst), worst))
