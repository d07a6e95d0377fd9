;; The same struct in another group is another type.
(module
  (rec (type $a (struct)) (type $b (struct (field i32))))
  (rec (type $c (struct)))
  (func (param (ref $a)) (result (ref $c)) (local.get 0)))
