/**
 * The RSA key of the token vectors, made once with `openssl genpkey` for this purpose. Published, so it protects nothing: RS256 is
 * deterministic, and a published key lets every language make the same token.
 */
export const publishedRsaKey = {
  kty: "RSA",
  n:
    "zP4lhp5jA0gYqYmujEIg7V5tRBKN3Klw-WR2OZOYfWzzFLLwNtDd-2NDIgiTfxcuDj-aHhHCfW2xOeXyouHEAgVBPyho0UZKkb0y0H2YrBCDwH" +
    "gXgUJ98zd3dgCK1qEqnxlRDPXshhqGly5936LPnMsye7mPoffuXhmOfa8JhIpChgtCd7ZmIM8HkhDJ8Fbkgp_zgbVbHcC_BMdoy1ucd4jT3GHd" +
    "V_rEaJp8zlYBCNnOLfOE-DKOnht76dTJOVjdSS-lkcQz1YrrgThdkvohVhUvCgWrpqRucIykKsrdHJK7Fw9BXAo310OOsCTvurUbL9StODMHdO" +
    "KE74oQ028o0w",
  e: "AQAB",
  d:
    "S58b18_5Jb5EftKQRiSlAfv6IgkYNUV6rD3P0UiuEeMNv16NeCNQKItDOjxgsRsrfc0fvST_EwdSwFGgU08m4DnxCmwNUtpz6tSZeMlEd4E2IV" +
    "wMC76sOPuGwczMawYUc5HC0R2tzgDeEspvW_8zSJu7OWJIZs9QK32RD7NxNuei-u2xoe9_jn2a7g9H_5xHURRpR50_-OZjcVwd_RPGNuB_bEek" +
    "cyVpRW20YWrAgL_2pPz1FlCaCqSY9ePAIZP8Hu4Bm593WYxdtYsnU6jpBrqKtq7a7zorZOlxeAqV8y5expbdrtMdt3XsfsKefXVCiU2aXO7Jbp" +
    "i500M7ZGIkGQ",
  p:
    "8rZvB9ta1uURnxJzKMgQecPQ9dlFWyP9OPb7NtuUMRaE2cWa5OGEjFllj2644loqpghZqQjSAJzu25qZuRdc6FwM5gy_BJVc3JWtc9OzoBrV2W" +
    "dH17f872OUuVQvz0TOafZOh7poK9OLFQpkSOzXyGmJXbyvtjBOxDbsIuXhl7k",
  q:
    "2DcTq38dhRQtrT6Xz3Pi_-J9ibyio9CBiTORNje-MYqXFtLzM-vK2ykJ0oDNjG4OTFsUIecnKN-rfqiPk8eeQnrDyu7Wrcq8wAoxf1OTAx4PBL" +
    "luvSkAs0duTn6yab17advGotZESGAJm2Ra3TgaxSon12_aZVW6tbbXuglM8us",
  dp:
    "w52tlxN__zrYHPDtx6yXOsxLmhnnADHdYRAOIISQx49yu2G8GUR5Y_SZGiUO9b_eJ7sLKGVne_7_tBbCVp8xzkSCUNdtDPCky1QHXBb_6sY2HO" +
    "ZUzNQJE5eawlPLxK2b_2L4oAPo-Ymhyu95LB1XPLtybw4oQBpnIVVytB262GE",
  dq:
    "XgCMF7qbTfl45mJZRENhBNkmtVSC7W_AcbMuxgC0OvvDNpQeUouIVYJhF9kSBKTwqHfMp_TEjLu55sZILfrSrpqLN1ZhlYuYRnHoFTBzsR5Hb0" +
    "ljgPArssYyigQBc4GC_4IiuTco1sKSSrH140n6MZBjZAHoVLhSBaDp56MVhmM",
  qi:
    "bk-d2PSctHT8U_GP-AYIpLnx6T_M3q9Qt16a-g1uHRG56lgACyNVAxiWxVoD_dAwHv1iCnR2dSEXbXOjHYVlem_ffTOrskdLRxp5W_V3WS3KDH" +
    "i3nxZXOd3499DuQ1uDDX1jOoBuR-oUO6vv8g7ouTWJcjLh0PZyn2m1CpOazPo",
} as const;
