(module
  (import "a" "base" (global $base i32))
  (global $next i32 (i32.add (global.get $base) (i32.mul (i32.const 4) (i32.const 2))))
  (memory 1)
  (data (offset (i32.sub (global.get $next) (i32.const 1))) "x"))
