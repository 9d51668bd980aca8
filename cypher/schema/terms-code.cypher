// Terms by code.
CREATE CONSTRAINT termsCode IF NOT EXISTS FOR (n:Terms) REQUIRE n.code IS UNIQUE
