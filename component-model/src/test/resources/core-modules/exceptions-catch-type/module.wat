;; The label takes an i64, the tag gives an i32.
(module
  (tag $e (param i32))
  (func (result i64)
    (block $caught (result i64)
      (try_table (catch $e $caught))
      (i64.const 0))))
