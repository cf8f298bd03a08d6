//! Numbers of JSON text (RFC 8259, section 6).

use super::{Expected, Parser};
use crate::json::Number;

impl Parser<'_> {
    /// Parses a number: exact if it is an integer, otherwise within a few units in the last place.
    pub(super) fn number(&mut self) -> Result<Number, Expected> {
        let negative = self.take(b'-');
        let (mut mantissa, mut exponent, mut exact) = (0_u64, 0_i32, true);
        let leading_zero = self.peek() == b'0';
        let digits = self.digits(&mut mantissa, &mut exponent);
        if digits == 0 || (leading_zero && digits > 1) {
            return Err("a number");
        }
        if self.take(b'.') {
            exact = false;
            let dropped = exponent;
            let digits = self.digits(&mut mantissa, &mut exponent);
            exponent -= digits;
            if digits == 0 {
                return Err("a digit");
            }
            exponent = exponent.max(dropped - 400);
        }
        if self.take(b'e') || self.take(b'E') {
            exact = false;
            let down = self.take(b'-');
            let _ = down || self.take(b'+');
            let (mut power, mut overflow) = (0_u64, 0);
            if self.digits(&mut power, &mut overflow) == 0 {
                return Err("a digit");
            }
            let power = if overflow > 0 { 9999 } else { power.min(9999) as i32 };
            exponent += if down { -power } else { power };
        }
        let integer = i64::try_from(mantissa).ok().filter(|_| exact && exponent == 0);
        Ok(match integer {
            Some(integer) => Number::Int(if negative { -integer } else { integer }),
            None => {
                let float = scaled(mantissa as f64, exponent);
                Number::Float(if negative { -float } else { float })
            }
        })
    }

    /// Reads digits into a mantissa; digits that do not fit only raise the exponent. Returns how many there were.
    fn digits(&mut self, mantissa: &mut u64, exponent: &mut i32) -> i32 {
        let start = self.at;
        while let digit @ b'0'..=b'9' = self.peek() {
            // One more digit fits; after the first digit that does not, every later one must raise the exponent.
            if *exponent <= 0 && *mantissa <= (u64::MAX - 9) / 10 {
                *mantissa = *mantissa * 10 + u64::from(digit - b'0');
            } else {
                *exponent += 1;
            }
            self.at += 1;
        }
        (self.at - start) as i32
    }
}

/// Returns the number times a power of ten.
fn scaled(mut number: f64, exponent: i32) -> f64 {
    let (mut power, mut left) = (10.0_f64, exponent.unsigned_abs().min(700));
    while left > 0 && number != 0.0 {
        if left & 1 == 1 {
            number = if exponent < 0 { number / power } else { number * power };
        }
        power *= power;
        left >>= 1;
    }
    number.clamp(f64::MIN, f64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::{Value, parse};

    #[test]
    fn numbers_are_read() {
        for (text, number) in [
            ("0", Number::Int(0)),
            ("-12", Number::Int(-12)),
            ("1539188425274", Number::Int(1_539_188_425_274)),
            ("1.5", Number::Float(1.5)),
            ("-0.25e2", Number::Float(-25.0)),
            ("1E-2", Number::Float(0.01)),
            ("18446744073709551616", Number::Float(18_446_744_073_709_551_616.0)),
            ("123456789012345678901234.5", Number::Float(123_456_789_012_345_680_000_000.0)),
            ("1e400", Number::Float(f64::MAX)),
            ("1e-400", Number::Float(0.0)),
            ("0.00001", Number::Float(0.00001)),
        ] {
            let value = parse(text.as_bytes()).expect("parses");
            let (Value::Number(Number::Float(read)), Number::Float(right)) = (&value, number) else {
                assert_eq!(value, Value::Number(number), "{text}");
                continue;
            };
            assert!((read - right).abs() <= right.abs() * 1e-14, "{text}: {read}");
        }
    }
}
