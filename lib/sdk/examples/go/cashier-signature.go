// The cashier's signatures (HMAC-SHA256) for Go 1.19 and later. Copy this file: it needs nothing else.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"math"
	"net/url"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

const toleranceSeconds = 300

func mac(key, text []byte) []byte {
	hash := hmac.New(sha256.New, key)
	hash.Write(text)
	return hash.Sum(nil)
}

// Canonical is `name=value` joined by `&`, names in ASCII order, blanks and `sign` left out, nothing percent-encoded.
func Canonical(fields map[string]string) string {
	var parts []string
	for name, value := range fields {
		if name != "sign" && value != "" {
			parts = append(parts, name)
		}
	}
	sort.Strings(parts)
	for place, name := range parts {
		parts[place] = name + "=" + fields[name]
	}
	return strings.Join(parts, "&")
}

// SignLink makes `sign` of a signed link.
func SignLink(secret string, fields map[string]string) string {
	return hex.EncodeToString(mac([]byte(secret), []byte(Canonical(fields))))
}

// VerifyReturn says whether the cashier sent this shopper back: the address as the browser asked for it.
func VerifyReturn(secret, address string) bool {
	parsed, err := url.Parse(address)
	if err != nil {
		return false
	}
	query, fields := parsed.Query(), map[string]string{}
	for _, name := range []string{"order_id", "order_no", "status", "timestamp", "key_id"} {
		fields[name] = query.Get(name)
	}
	return hmac.Equal([]byte(SignLink(secret, fields)), []byte(query.Get("sign")))
}

// VerifyWebhook says whether this notice is the cashier's: body as it came. Several secrets while you change them.
func VerifyWebhook(secrets []string, id, timestamp, signature string, body []byte, now time.Time) bool {
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || math.Abs(float64(now.Unix()-seconds)) > toleranceSeconds {
		return false
	}
	text := append([]byte(id+"."+timestamp+"."), body...)
	for _, secret := range secrets {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil || len(key) == 0 { // Anybody can sign with no secret.
			continue
		}
		wanted := "v1," + base64.StdEncoding.EncodeToString(mac(key, text))
		for _, given := range strings.Split(signature, " ") {
			if hmac.Equal([]byte(given), []byte(wanted)) {
				return true
			}
		}
	}
	return false
}

// SignRequest signs an API call, for the header Cashier-Signature. A new nonce for every call.
func SignRequest(secret, method, target, timestamp, nonce string, body []byte) string {
	hash := sha256.Sum256(body)
	lines := []string{method, target, timestamp, nonce, hex.EncodeToString(hash[:])}
	return hex.EncodeToString(mac([]byte(secret), []byte(strings.Join(lines, "\n"))))
}

// To try it: `go run cashier-signature.go sign-link < input`; what each takes is in README.md.
func main() {
	input, _ := io.ReadAll(os.Stdin)
	lines := strings.Split(string(input), "\n")
	rest := func(from int) []byte { return []byte(strings.Join(lines[from:], "\n")) }
	now := time.Now()
	if len(os.Args) > 2 {
		seconds, _ := strconv.ParseInt(os.Args[2], 10, 64)
		now = time.Unix(seconds, 0)
	}
	switch os.Args[1] {
	case "sign-link":
		fields := map[string]string{}
		for _, line := range lines[1:] {
			name, value, _ := strings.Cut(line, "=")
			fields[name] = value
		}
		fmt.Println(SignLink(lines[0], fields))
	case "verify-return":
		fmt.Println(VerifyReturn(lines[0], lines[1]))
	case "verify-webhook":
		fmt.Println(VerifyWebhook(strings.Split(lines[0], " "), lines[1], lines[2], lines[3], rest(4), now))
	case "sign-request":
		fmt.Println(SignRequest(lines[0], lines[1], lines[2], lines[3], lines[4], rest(5)))
	}
}
