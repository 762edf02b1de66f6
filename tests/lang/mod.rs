mod phrases;
