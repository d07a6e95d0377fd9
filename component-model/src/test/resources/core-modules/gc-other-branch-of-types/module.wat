;; Two subtypes of one type are not each other's.
(module
  (type $base (sub (struct)))
  (type $one (sub $base (struct (field i32))))
  (type $other (sub $base (struct (field i64))))
  (func (param (ref $one)) (result (ref $other)) (local.get 0)))
