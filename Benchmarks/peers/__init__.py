"""One file for each program that Taohua is compared with."""
