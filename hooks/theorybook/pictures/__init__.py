"""Pictures made when the site is built, and the sums behind them."""
